package org.nuanxin.kit.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Loop;

/**
 * Sends what the journal holds, in the order of its ids, and forgets an id only after the broker's acknowledgement.
 *
 * <p>One relay per database is at work, held by an advisory lock on a connection of its own; when its instance goes, another
 * takes over within {@value #STANDBY_MILLIS} ms. It reads ids that are there, not a cursor, so nothing that commits late is
 * skipped and nobody's open transaction stops it.
 */
@ApplicationScoped
class Relay {
    private static final int BATCH = 500;
    private static final long LOCK = 0x6e75616e78696eL; // "nuanxin"
    private static final long STANDBY_MILLIS = 1000;
    private static final Duration SAFETY_NET = Duration.ofMillis(250);

    private static final String UNSENT = """
            select j.id, j.event_id, j.topic, j.key, j.type, j.subject, j.at, j.payload, j.trace
            from journal_unsent u join journal j on j.id = u.id
            order by u.id limit $1
            """;
    private static final String SENT = """
            with sent as (delete from journal_unsent where id = any($1))
            delete from journal where id = any($2)
            """;

    private final Pool pool;
    private final Broker broker;
    private final Loop loop;
    private final JournalLag lag = new JournalLag();
    private @Nullable SqlConnection lead;

    Relay(Vertx vertx, Pool pool, Broker broker, MeterRegistry metrics) {
        this.pool = pool;
        this.broker = broker;
        this.loop = new Loop("relay", vertx, this::round);
        lag.register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(this::abdicate);
    }

    /** Something has been committed. */
    void wake() {
        loop.wake();
    }

    private Uni<Duration> round() {
        return lead == null ? apply() : relay(lead).onFailure().invoke(this::abdicate);
    }

    /** Asks for the lead; a standby asks again soon. */
    private Uni<Duration> apply() {
        return pool.getConnection()
                .chain(connection -> connection
                        .preparedQuery("select pg_try_advisory_lock($1)")
                        .execute(Tuple.of(LOCK))
                        .map(rows -> rows.iterator().next().getBoolean(0))
                        .onFailure()
                        .call(connection::close)
                        .chain(won -> won ? take(connection) : standBy(connection)));
    }

    private Uni<Duration> take(SqlConnection connection) {
        lead = connection;
        connection.closeHandler(this::abdicate);
        return Uni.createFrom().item(Duration.ZERO);
    }

    private Uni<Duration> standBy(SqlConnection connection) {
        return connection.close().replaceWith(Duration.ofMillis(STANDBY_MILLIS));
    }

    private Uni<Duration> relay(SqlConnection connection) {
        return connection.preparedQuery(UNSENT).execute(Tuple.of(BATCH)).chain(rows -> {
            List<JournalRow> batch = rows(rows);
            lag.found(batch.size());
            return batch.isEmpty() ? rest() : send(connection, batch);
        });
    }

    private Uni<Duration> send(SqlConnection connection, List<JournalRow> batch) {
        return broker.send(batch)
                .chain(() -> connection
                        .preparedQuery(SENT)
                        .execute(Tuple.of(
                                ids(batch),
                                ids(batch.stream().filter(JournalRow::forgotten).toList()))))
                .replaceWith(Duration.ZERO);
    }

    private static Uni<Duration> rest() {
        return Uni.createFrom().item(SAFETY_NET);
    }

    private void abdicate() {
        SqlConnection held = lead;
        lead = null;
        if (held != null) {
            // a pooled connection outlives its use: without this it would keep the lead
            held.query("select pg_advisory_unlock_all()")
                    .execute()
                    .eventually(held::close)
                    .subscribe()
                    .with(_ -> {}, _ -> {});
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
