package org.nuanxin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.Timers;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;

/** The machine's clock and the database's differ by an hour: only the database's counts. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ClockTest {
    static final Duration WAIT = Duration.ofMillis(700);

    @Inject
    Transactions transactions;

    @Inject
    Journal journal;

    @Inject
    Timers timers;

    @Inject
    Accounts accounts;

    @Inject
    ServiceDatabase database;

    UUID account = UUID.randomUUID();

    @AfterEach
    void putRight() throws SQLException {
        database.execute("alter role current_user reset search_path");
        database.terminate("true");
        database.execute("drop schema if exists skew cascade");
    }

    @ParameterizedTest
    @ValueSource(ints = {+1, -1})
    void nothing_is_decided_by_the_clock_of_the_machine(int hours) throws SQLException {
        putOut(hours);

        long begin = System.nanoTime();
        Instant due = get(transactions.run(now -> accounts.credit(account)
                .chain(() -> timers.set(List.of(new Timer(account, "RING", now.plus(WAIT)))))
                .chain(() -> journal.append(new ReopeningAsked(account, "community-1", true, "resident-1", now)))
                .replaceWith(now.plus(WAIT))));
        try (KafkaProbe probe = KafkaProbe.fromStart()) {
            probe.awaitEvent(ReopeningAsked.class, event -> event.requestId().equals(account));
        }
        until(() -> !accounts.fired(account).isEmpty());

        assertThat(Duration.between(Instant.now(), due))
                .isBetween(hours(hours).minusMinutes(1), hours(hours).plusMinutes(1));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(WAIT);
        assertThat(accounts.fired(account))
                .singleElement()
                .satisfies(fired -> assertThat(fired.now()).isBetween(due, due.plusSeconds(10)));
    }

    /** Whoever connects from now on is told another time. */
    private void putOut(int hours) throws SQLException {
        database.execute("create schema skew");
        database.execute("""
                create function skew.clock_timestamp() returns timestamptz language sql volatile
                as $$ select pg_catalog.clock_timestamp() + interval '%d hours' $$
                """.formatted(hours));
        database.execute("alter role current_user set search_path = skew, pg_catalog, public");
        database.terminate("true");
        until(this::connected);
    }

    /** The pool notices only by using them that its connections are gone. */
    private boolean connected() {
        return get(
                transactions.run(now -> Uni.createFrom().item(true)).onFailure().recoverWithItem(false));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
