package org.nuanxin.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.PositionEvent.PositionChanged;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.ServiceDatabase;
import org.nuanxin.kit.transactions.Connections;
import org.nuanxin.kit.transactions.Contexts;
import org.nuanxin.kit.transactions.Held;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Samples;
import org.nuanxin.testing.StoresResource;

/** The journal … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class JournalTest {
    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Journal journal;

    @Inject
    Accounts accounts;

    @Inject
    Connections connections;

    @Inject
    ServiceDatabase database;

    KafkaProbe probe = KafkaProbe.fromNow();
    UUID account = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void never_sends_what_was_rolled_back() {
        UUID marker = UUID.randomUUID();
        Uni<Void> failing = transactions.run(now -> journal.append(Accounts.event(account, now))
                .chain(() -> sql.update("select 1 / 0"))
                .replaceWithVoid());
        assertThatThrownBy(() -> get(failing)).hasMessageContaining("division by zero");

        append(marker, 1);

        probe.awaitEvent(RequestEvent.class, event -> event.requestId().equals(marker));
        assertThat(versions()).isEmpty();
    }

    @Test
    void never_skips_what_commits_late() {
        UUID early = UUID.randomUUID();
        Held late = new Held(transactions, sql);
        var committed = transactions
                .run(now -> journal.append(Accounts.event(account, now)).invoke(() -> late.hold(transactions.unit())))
                .subscribeAsCompletionStage();
        until(() -> waitingForLocks("pg_advisory_xact_lock") == 1);

        append(early, 1);
        probe.awaitEvent(RequestEvent.class, event -> event.requestId().equals(early));
        assertThat(versions()).isEmpty();
        late.release();

        committed.join();
        probe.awaitEvent(RequestEvent.class, event -> event.requestId().equals(account));
    }

    @Test
    void sends_what_waited_for_a_lock_after_what_it_waited_for() throws SQLException {
        get(transactions.run(now -> accounts.credit(account)));
        PgConnection pause = pauseRelay();
        Held first = new Held(transactions, sql);
        CompletableFuture<Void> secondHasBegun = new CompletableFuture<>();
        CompletableFuture<Void> firstHasLocked = new CompletableFuture<>();

        var second = transactions
                .run(now -> accounts.credit(UUID.randomUUID()) // an older transaction than the first
                        .invoke(() -> secondHasBegun.complete(null))
                        .chain(() -> Contexts.back(Uni.createFrom().completionStage(firstHasLocked.copy())))
                        .chain(() -> accounts.credit(account))
                        .chain(() -> journal.append(Accounts.event(account, 2, now))))
                .subscribeAsCompletionStage();
        secondHasBegun.join();
        var one = transactions
                .run(now -> accounts.credit(account)
                        .invoke(() -> {
                            first.hold(transactions.unit());
                            firstHasLocked.complete(null);
                        })
                        .chain(() -> journal.append(Accounts.event(account, 1, now))))
                .subscribeAsCompletionStage();
        until(() -> waitingForLocks("account") > 0);
        first.release();
        one.join();
        second.join();
        get(pause.close());

        probe.awaitEvents(RequestEvent.class, event -> event.requestId().equals(account), 2);
        assertThat(versions()).containsExactly(1L, 2L);
    }

    /** Holds the lead in its place, so that all that is committed meanwhile is found at once. */
    private PgConnection pauseRelay() throws SQLException {
        PgConnection lead = get(connections.own(_ -> {}));
        String take = "select pg_try_advisory_lock(%d)".formatted(Relay.LOCK);
        until(() -> {
            database.terminate(RelayTest.LEADS);
            return get(lead.query(take).execute()).iterator().next().getBoolean(0);
        });
        return lead;
    }

    @Test
    void is_stopped_by_no_open_transaction_be_it_here_or_in_another_database() throws SQLException {
        try (Connection here = database.connect();
                Connection elsewhere = database.administration()) {
            for (Connection open : List.of(here, elsewhere)) {
                open.setAutoCommit(false);
                open.createStatement().execute("select pg_current_xact_id()");
            }

            append(account, 1);

            probe.awaitEvent(RequestEvent.class, event -> event.requestId().equals(account));
        }
    }

    @Test
    void keeps_the_order_of_one_aggregate_over_many_batches_and_writers() {
        int batches = 8;
        int each = 200;
        UUID counter = UUID.randomUUID();
        List<CompletableFuture<?>> writers = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            writers.add(transactions
                    .run(now -> accounts.credit(counter)
                            .chain(() -> accounts.balance(counter))
                            .chain(balance -> journal.appendAll(LongStream.range(0, each)
                                    .mapToObj(n -> Accounts.event(account, (balance - 1) * each + n, now))
                                    .toList())))
                    .subscribeAsCompletionStage());
        }
        writers.forEach(CompletableFuture::join);

        probe.awaitEvents(RequestEvent.class, event -> event.requestId().equals(account), batches * each);
        assertThat(versions())
                .containsExactlyElementsOf(
                        LongStream.range(0, (long) batches * each).boxed().toList());
    }

    @Test
    void says_what_an_event_is_in_the_words_of_cloudevents() {
        Instant at = append(account, 1);

        probe.awaitEvent(RequestEvent.class, event -> event.requestId().equals(account));
        ConsumerRecord<String, String> record = probe.records(Topic.REQUESTS).stream()
                .filter(sent -> KafkaProbe.header(sent, CloudEvent.SUBJECT).equals(account.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(record.key()).isEqualTo("community-1");
        assertThat(KafkaProbe.header(record, CloudEvent.TYPE)).isEqualTo("RequestWithdrawn");
        assertThat(KafkaProbe.header(record, CloudEvent.SOURCE)).isEqualTo("intake-service");
        assertThat(KafkaProbe.header(record, CloudEvent.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(KafkaProbe.header(record, CloudEvent.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(Instant.parse(KafkaProbe.header(record, CloudEvent.TIME))).isEqualTo(at);
        assertThat(UUID.fromString(KafkaProbe.header(record, CloudEvent.ID)).version())
                .isEqualTo(7);
    }

    @Test
    void is_kept_but_leaves_no_trail_of_positions() {
        var moved = Samples.of(PositionChanged.class);
        var here = new PositionChanged(account, moved.version(), moved.position(), moved.at());
        get(transactions.run(now -> journal.append(Accounts.event(account, now)).chain(() -> journal.append(here))));

        probe.awaitEvent(PositionChanged.class, event -> event.volunteerId().equals(account));

        until(() -> kept().equals(List.of("RequestWithdrawn")));
    }

    @Test
    void refuses_an_event_that_no_broker_would_take() {
        Uni<Void> huge = transactions.run(now -> journal.append(
                new RequestEvent.RequestWithdrawn(account, "community-1", 1, "x".repeat(1_000_000), now)));

        assertThatThrownBy(() -> get(huge)).isInstanceOf(IllegalArgumentException.class);
    }

    private Instant append(UUID about, long version) {
        return get(transactions.run(
                now -> journal.append(Accounts.event(about, version, now)).replaceWith(now)));
    }

    private List<Long> versions() {
        return probe.events(RequestEvent.class).stream()
                .filter(event -> event.requestId().equals(account))
                .map(RequestEvent::version)
                .toList();
    }

    private List<String> kept() {
        return get(transactions.read(() ->
                sql.query(row -> row.text(0), "select type from journal where subject = $1", account.toString())));
    }

    private int waitingForLocks(String statement) {
        return count("wait_event_type = 'Lock' and query like '%' || $1 || '%'", statement);
    }

    private int count(String which, String statement) {
        return get(transactions.read(() -> sql.query(
                        "select count(*)::int from pg_stat_activity where datname = current_database() and " + which,
                        statement)))
                .getFirst()
                .integer(0);
    }
}
