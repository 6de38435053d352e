package org.nuanxin.kit.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Connections;
import org.nuanxin.kit.transactions.Loop;

/**
 * Sends what the journal holds, in the order of its ids, and forgets an id only after the broker's acknowledgement.
 *
 * <p>One relay per database is at work, held by an advisory lock on a connection of its own; when its instance goes, another
 * takes over within {@value #STANDBY_MILLIS} ms. The others tell it when they have committed something. It reads ids that are
 * there, not a cursor, so nothing that commits late is skipped and nobody's open transaction stops it.
 */
@ApplicationScoped
class Relay {
    private static final int BATCH = 500;
    static final long LOCK = 0x6e75616e78696eL; // "nuanxin"
    private static final long STANDBY_MILLIS = 1000;
    private static final Duration STANDBY = Duration.ofMillis(STANDBY_MILLIS);
    private static final Duration SAFETY_NET = Duration.ofMillis(250);

    // whoever does not get the lead tells the one who has it to look
    private static final String APPLY = """
            with lead as materialized (select pg_try_advisory_lock($1) as won)
            select won, case when won then null else pg_notify('journal', '') end from lead
            """;
    // what a crash forgets to have been sent is sent again: nobody waits for the disk to remember it
    private static final String LEAD = "listen journal; set synchronous_commit = off";
    // each looked up by itself, whatever is thought of the tables: a join that merges reads the journal from its
    // beginning
    static final String UNSENT = """
            select j.id, j.event_id, j.topic, j.key, j.type, j.subject, j.at, j.payload, j.trace, clock_timestamp()
            from (select id from journal_unsent order by id limit $1) u
            cross join lateral (select * from journal where journal.id = u.id offset 0) j
            order by u.id
            """;
    private static final String SENT = """
            with sent as (delete from journal_unsent where id = any($1))
            delete from journal where id = any($2)
            """;

    private final Connections connections;
    private final Broker broker;
    private final Loop loop;
    private final JournalLag lag = new JournalLag();
    private volatile @Nullable PgConnection line;
    private volatile boolean leads;

    Relay(Vertx vertx, Connections connections, Broker broker, MeterRegistry metrics) {
        this.connections = connections;
        this.broker = broker;
        this.loop = new Loop("relay", vertx, this::round);
        lag.register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(this::hangUp);
    }

    /** Something has been committed. */
    void wake() {
        loop.wake();
    }

    boolean leads() {
        return leads;
    }

    private Uni<Duration> round() {
        PgConnection open = line;
        if (open == null) {
            return connect();
        }
        return (leads ? relay(open) : apply(open)).onFailure().invoke(this::hangUp);
    }

    private Uni<Duration> connect() {
        return connections.own(this::ended).invoke(fresh -> line = fresh).replaceWith(Duration.ZERO);
    }

    /** Asks for the lead; a standby asks again soon. */
    private Uni<Duration> apply(PgConnection open) {
        return open.preparedQuery(APPLY)
                .execute(Tuple.of(LOCK))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .chain(won -> won ? lead(open) : stand());
    }

    /** What is still to be sent is somebody else's to tell. */
    private Uni<Duration> stand() {
        lag.found(List.of());
        return Uni.createFrom().item(STANDBY);
    }

    private Uni<Duration> lead(PgConnection open) {
        open.notificationHandler(_ -> loop.wake());
        return open.query(LEAD).execute().invoke(() -> leads = true).replaceWith(Duration.ZERO);
    }

    private Uni<Duration> relay(PgConnection open) {
        return open.preparedQuery(UNSENT).execute(Tuple.of(BATCH)).chain(rows -> {
            List<JournalRow> batch = rows(rows);
            lag.found(batch);
            return batch.isEmpty() ? Uni.createFrom().item(SAFETY_NET) : send(open, batch);
        });
    }

    private Uni<Duration> send(PgConnection open, List<JournalRow> batch) {
        return broker.send(batch)
                .chain(() -> open.preparedQuery(SENT)
                        .execute(Tuple.of(
                                ids(batch),
                                ids(batch.stream().filter(JournalRow::forgotten).toList()))))
                .replaceWith(Duration.ZERO);
    }

    private void ended(PgConnection connection) {
        if (connection.equals(line)) {
            hangUp();
            loop.wake();
        }
    }

    /** The end of the connection is the end of the lead. */
    private void hangUp() {
        PgConnection held = line;
        line = null;
        leads = false;
        if (held != null) {
            broker.abandon();
            held.close().subscribe().with(_ -> {}, _ -> {});
        }
    }

    private static Long[] ids(List<JournalRow> rows) {
        return rows.stream().map(JournalRow::id).toArray(Long[]::new);
    }

    private static List<JournalRow> rows(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(JournalRow::of)
                .toList();
    }
}
