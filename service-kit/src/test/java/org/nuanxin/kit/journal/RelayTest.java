package org.nuanxin.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgConnection;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.ServiceDatabase;
import org.nuanxin.kit.transactions.Connections;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Stores;
import org.nuanxin.testing.StoresResource;

/** Two relays over one database. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class RelayTest {
    static final String LEADS = "pid in (select pid from pg_locks where locktype = 'advisory' and granted)";

    @Inject
    Vertx vertx;

    @Inject
    Connections connections;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Journal journal;

    @Inject
    ServiceDatabase database;

    KafkaProbe probe = KafkaProbe.fromNow();
    UUID account = UUID.randomUUID();
    AtomicLong version = new AtomicLong();
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    Broker otherBroker;
    Relay other;

    @BeforeEach
    void start() {
        otherBroker = new Broker(vertx, Stores.kafka().bootstrapServers(), Optional.empty());
        other = new Relay(vertx, connections, otherBroker, metrics);
        other.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        other.stop(new ShutdownEvent());
        otherBroker.close(new ShutdownEvent());
        probe.close();
    }

    @Test
    void never_lead_both() throws SQLException {
        for (int i = 0; i < 20; i++) {
            append();
            assertThat(leaders()).isLessThanOrEqualTo(1);
        }
        until(() -> leaders() == 1);
    }

    @Test
    void take_over_from_each_other_and_lose_nothing_and_keep_the_order() throws SQLException {
        for (int broken = 0; broken < 4; broken++) {
            until(() -> leaders() == 1);
            for (int i = 0; i < 25; i++) {
                append();
            }
            assertThat(database.terminate(LEADS)).isEqualTo(1);
            for (int i = 0; i < 25; i++) {
                append();
            }
        }

        probe.awaitEvents(
                RequestEvent.class, event -> event.requestId().equals(account) && event.version() == version.get(), 1);
        List<Long> firstTimes = probe.events(RequestEvent.class).stream()
                .filter(event -> event.requestId().equals(account))
                .map(RequestEvent::version)
                .distinct()
                .toList();
        assertThat(firstTimes).isSorted().hasSize((int) version.get());
    }

    @Test
    void tell_each_other_what_has_been_committed() {
        until(() -> leaders() == 1);
        AtomicInteger told = new AtomicInteger();
        PgConnection listener = get(connections.own(_ -> {}));
        listener.notificationHandler(_ -> told.incrementAndGet());
        get(listener.query("listen journal").execute());

        append();
        other.wake();

        until(() -> told.get() > 0);
        get(listener.close());
    }

    @Test
    void leave_it_to_the_one_that_leads_to_tell_what_is_unsent() {
        Broker nowhere = new Broker(vertx, "localhost:1", Optional.empty());
        SimpleMeterRegistry figures = new SimpleMeterRegistry();
        Relay stuck = new Relay(vertx, connections, nowhere, figures);
        stuck.start(new StartupEvent());
        until(() -> stuck.leads() || database.terminate(LEADS) < 0);
        append();
        until(() -> figures.get("nuanxin.journal.unsent").gauge().value() > 0);

        until(() -> !stuck.leads() || database.terminate(LEADS) < 0);

        until(() -> figures.get("nuanxin.journal.lag").gauge().value() == 0);
        stuck.stop(new ShutdownEvent());
        nowhere.close(new ShutdownEvent());
    }

    /** As it stood after Kafka had been away: the tables were analyzed while much was waiting. */
    @Test
    void read_no_more_of_a_long_journal_than_what_is_unsent() throws SQLException {
        try (Connection connection = database.connect();
                Statement one = connection.createStatement()) {
            connection.setAutoCommit(false);
            one.execute("""
                    insert into journal (event_id, topic, key, type, subject, at, payload)
                    select gen_random_uuid(), 'topic', 'key', 'type', 'subject', now(), repeat('x', 400)
                    from generate_series(1, 40000)
                    """);
            one.execute("insert into journal_unsent select id from journal on conflict do nothing");
            one.execute("analyze journal, journal_unsent");
            one.execute("delete from journal_unsent where id < (select max(id) from journal)");

            assertThat(readOfTheJournal(one)).isLessThan(10);
        }
    }

    private static long readOfTheJournal(Statement one) throws SQLException {
        long before = fetched(one);
        one.executeQuery(Relay.UNSENT.replace("$1", "500")).close();
        return fetched(one) - before;
    }

    private static long fetched(Statement one) throws SQLException {
        String read = "select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)";
        try (ResultSet rows = one.executeQuery(read + " from pg_stat_xact_user_tables where relname = 'journal'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void go_when_their_instance_goes() {
        until(() -> {
            database.terminate(LEADS);
            other.wake();
            return other.leads();
        });

        other.stop(new ShutdownEvent());

        append();
        probe.awaitEvent(RequestEvent.class, event -> event.requestId().equals(account));
    }

    private void append() {
        get(transactions.run(now -> journal.append(Accounts.event(account, version.incrementAndGet(), now))));
    }

    private long leaders() throws SQLException {
        return database.number("select count(*) from pg_stat_activity where datname = current_database() and " + LEADS);
    }
}
