package org.nuanxin.kit.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.SOON;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.ServiceDatabase;
import org.nuanxin.kit.transactions.Held;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.StoresResource;

/** Timers, while two instances are at work, … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class TimersTest {
    @Inject
    Vertx vertx;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Timers timers;

    @Inject
    DueTimers dueTimers;

    @Inject
    Instance<TimerOwner<?>> owner;

    @Inject
    MeterRegistry metrics;

    @Inject
    Accounts accounts;

    @Inject
    ServiceDatabase database;

    UUID account = UUID.randomUUID();
    TimerLoop second;

    @BeforeEach
    void start() {
        second = instance();
    }

    @AfterEach
    void stop() {
        second.stop(new ShutdownEvent());
        accounts.broken().clear();
        get(transactions.run(now -> sql.update("delete from timer")));
    }

    @Test
    void fire_each_exactly_once_and_none_early() {
        List<UUID> many = open(300);
        get(transactions.run(now -> timers.set(many.stream()
                .flatMap(one -> Stream.of("FIRST", "SECOND")
                        .map(kind -> new Timer(one, kind, now.plusMillis(Math.floorMod((kind + one).hashCode(), 700)))))
                .toList())));

        until(() -> many.stream().allMatch(one -> accounts.fired(one).size() >= 2));

        settle();
        assertThat(many).allSatisfy(one -> {
            assertThat(accounts.fired(one))
                    .hasSize(2)
                    .allSatisfy(fired -> assertThat(fired.now())
                            .isAfterOrEqualTo(fired.timer().dueAt()));
            assertThat(balance(one)).isEqualTo(3);
        });
    }

    @Test
    void fire_each_exactly_once_when_a_crowd_of_them_is_due_at_once() {
        List<UUID> crowd = open(1000);
        get(transactions.run(now -> timers.set(crowd.stream()
                .map(one -> new Timer(one, "RING", now.minusSeconds(1)))
                .toList())));

        until(() -> crowd.stream().allMatch(one -> !accounts.fired(one).isEmpty()));

        settle();
        assertThat(crowd).allSatisfy(one -> assertThat(balance(one)).isEqualTo(2));
    }

    @Test
    void of_a_crowd_are_not_held_up_by_one_that_fails_and_it_is_not_lost() {
        List<UUID> crowd = open(200);
        accounts.broken().add(crowd.getFirst());
        get(transactions.run(now -> timers.set(crowd.stream()
                .map(one -> new Timer(one, "RING", now.minusSeconds(1)))
                .toList())));

        until(() -> crowd.stream().skip(1).allMatch(one -> balance(one) == 2));

        assertThat(get(transactions.read(() -> timers.of(crowd.getFirst())))).hasSize(1);
    }

    @Test
    void fire_in_the_order_of_their_due_times() {
        open(account);
        get(transactions.run(now -> timers.set(List.of(
                new Timer(account, "SECOND", now.minusSeconds(1)),
                new Timer(account, "THIRD", now.minusMillis(1)),
                new Timer(account, "FIRST", now.minusSeconds(2))))));

        until(() -> accounts.fired(account).size() == 3);

        assertThat(accounts.fired(account))
                .extracting(fired -> fired.timer().kind())
                .containsExactly("FIRST", "SECOND", "THIRD");
    }

    @Test
    void fire_after_a_restart_what_became_due_meanwhile() throws SQLException {
        open(account);
        database.execute("insert into timer values ('%s', 'RING', now() - interval '1 hour')".formatted(account));
        TimerLoop restarted = instance();

        until(() -> !accounts.fired(account).isEmpty());

        settle();
        assertThat(accounts.fired(account)).hasSize(1);
        restarted.stop(new ShutdownEvent());
    }

    @Test
    void never_fire_when_their_transaction_is_rolled_back() {
        open(account);
        Uni<Void> failing = transactions.run(now -> timers.set(List.of(new Timer(account, "RING", now)))
                .chain(() -> sql.update("select 1 / 0"))
                .replaceWithVoid());

        assertThat(failing.onFailure().recoverWithNull().await().atMost(SOON)).isNull();

        settle();
        assertThat(accounts.fired(account)).isEmpty();
    }

    @Test
    void never_fire_once_cancelled() {
        open(account);
        get(transactions.run(now -> timers.set(List.of(
                new Timer(account, "ONE", now.plusMillis(150)),
                new Timer(account, "OTHER", now.plusMillis(150)),
                new Timer(account, "KEPT", now.plusMillis(150))))));
        get(transactions.run(now -> timers.cancel(List.of(new TimerKey(account, "ONE")))));
        get(transactions.run(now -> timers.cancel(List.of(new TimerKey(account, "OTHER")))));

        until(() -> !accounts.fired(account).isEmpty());

        settle();
        assertThat(accounts.fired(account))
                .extracting(fired -> fired.timer().kind())
                .containsExactly("KEPT");
    }

    @Test
    void never_fire_once_cancelled_however_close_it_was() {
        List<UUID> many = open(60);
        List<UUID> cancelledInTime = new ArrayList<>();
        for (UUID one : many) {
            get(transactions.run(now -> timers.set(List.of(new Timer(one, "RING", now.plusMillis(2))))));
            if (get(transactions.run(now -> accounts.credit(one)
                    .chain(() -> timers.of(one))
                    .call(() -> timers.cancel(List.of(new TimerKey(one, "RING"))))
                    .map(set -> !set.isEmpty())))) {
                cancelledInTime.add(one);
            }
        }

        settle();
        assertThat(cancelledInTime)
                .allSatisfy(one -> assertThat(accounts.fired(one)).isEmpty());
        many.removeAll(cancelledInTime);
        assertThat(many).allSatisfy(one -> assertThat(accounts.fired(one)).hasSize(1));
    }

    @Test
    void are_all_cancelled_for_a_subject_but_those_set_afterwards() {
        open(account);
        get(transactions.run(now -> timers.set(List.of(
                new Timer(account, "OLD", now.plusMillis(200)), new Timer(account, "ALSO_OLD", now.plusMillis(200))))));

        get(transactions.run(now -> timers.set(List.of(new Timer(account, "JUST_SET", now.plusMillis(200))))
                .chain(() -> timers.cancelAll(List.of(account)))
                .chain(() -> timers.set(List.of(new Timer(account, "OLD", now.plusMillis(300)))))));

        until(() -> !accounts.fired(account).isEmpty());
        settle();
        assertThat(accounts.fired(account))
                .singleElement()
                .satisfies(fired -> assertThat(fired.timer().kind()).isEqualTo("OLD"));
    }

    @Test
    void are_moved_when_set_again() {
        open(account);
        get(transactions.run(now -> timers.set(List.of(new Timer(account, "RING", now.plusMillis(100))))));
        Instant later = get(transactions.run(now -> timers.set(List.of(new Timer(account, "RING", now.plusMillis(400))))
                .replaceWith(now.plusMillis(400))));

        until(() -> !accounts.fired(account).isEmpty());

        assertThat(accounts.fired(account))
                .singleElement()
                .satisfies(fired -> assertThat(fired.now()).isAfterOrEqualTo(later));
    }

    @Test
    void are_not_held_up_by_subjects_that_somebody_else_is_at_work_on() {
        List<UUID> busy = open(300);
        Held atWork = new Held(transactions, sql);
        CompletableFuture<Void> locked = new CompletableFuture<>();
        var worker = transactions
                .run(now -> accounts.credit(busy).invoke(() -> {
                    atWork.hold(transactions.unit());
                    locked.complete(null);
                }))
                .subscribeAsCompletionStage();
        locked.join();
        open(account);
        get(transactions.run(now -> timers.set(Stream.concat(
                        busy.stream().map(one -> new Timer(one, "RING", now.minusSeconds(60))),
                        Stream.of(new Timer(account, "RING", now)))
                .toList())));

        until(() -> !accounts.fired(account).isEmpty());

        assertThat(unfired(busy)).hasSize(300);
        atWork.release();
        worker.join();
        until(() -> unfired(busy).isEmpty());
    }

    @Test
    void are_not_held_up_by_one_that_fails_and_it_is_not_lost() {
        UUID poisoned = UUID.randomUUID();
        open(poisoned);
        open(account);
        accounts.broken().add(poisoned);
        get(transactions.run(now -> timers.set(
                List.of(new Timer(poisoned, "RING", now.minusSeconds(1)), new Timer(account, "RING", now)))));

        until(() -> !accounts.fired(account).isEmpty());

        assertThat(get(transactions.read(() -> timers.of(poisoned)))).hasSize(1);
        accounts.broken().clear();
        TimerLoop fresh = instance();
        until(() -> accounts.fired(poisoned).size() == 1);
        assertThat(balance(poisoned)).isEqualTo(2);
        fresh.stop(new ShutdownEvent());
    }

    @Test
    void hammering_the_same_requests_as_people_do_deadlock_nobody() throws SQLException {
        long deadlocks = database.number("select deadlocks from pg_stat_database where datname = current_database()");
        List<UUID> few = open(6);
        List<Uni<Void>> people = IntStream.range(0, 300)
                .mapToObj(i -> transactions.run(now -> {
                    List<UUID> mine = Stream.of(few.get(i % 6), few.get((i * 5 + 1) % 6))
                            .distinct()
                            .sorted()
                            .toList();
                    return accounts.credit(mine)
                            .chain(() -> timers.cancelAll(List.of(mine.getFirst())))
                            .chain(() -> timers.set(mine.stream()
                                    .map(one -> new Timer(one, "RING:" + i % 3, now))
                                    .toList()));
                }))
                .toList();

        get(Uni.join().all(people).usingConcurrencyOf(12).andFailFast());

        until(() -> few.stream()
                .allMatch(one -> get(transactions.read(() -> timers.of(one))).isEmpty()));
        assertThat(database.number("select deadlocks from pg_stat_database where datname = current_database()"))
                .isEqualTo(deadlocks);
    }

    @Test
    void without_a_subject_do_not_keep_the_loop_turning() {
        get(transactions.run(now -> timers.set(List.of(new Timer(account, "ORPHAN", now)))));
        settle();
        settle();
        long asked = accounts.asked(account);

        settle();

        assertThat(accounts.asked(account) - asked).isLessThan(6);
        assertThat(get(transactions.read(() -> timers.of(account)))).hasSize(1);
    }

    private TimerLoop instance() {
        TimerLoop loop = new TimerLoop(vertx, transactions, dueTimers, owner, metrics);
        loop.start(new StartupEvent());
        return loop;
    }

    private List<UUID> open(int many) {
        List<UUID> opened = new ArrayList<>(
                IntStream.range(0, many).mapToObj(_ -> UUID.randomUUID()).toList());
        get(transactions.run(now -> accounts.credit(opened)));
        return opened;
    }

    private void open(UUID one) {
        get(transactions.run(now -> accounts.credit(one)));
    }

    private List<UUID> unfired(List<UUID> of) {
        return of.stream().filter(one -> accounts.fired(one).isEmpty()).toList();
    }

    /** Lets the loops go round: a timer that is set now has fired, so has whatever was due before it. */
    private void settle() {
        UUID marker = UUID.randomUUID();
        open(marker);
        get(transactions.run(now -> timers.set(List.of(new Timer(marker, "MARKER", now.plusMillis(500))))));
        until(() -> !accounts.fired(marker).isEmpty());
    }

    private long balance(UUID one) {
        return get(transactions.read(() -> accounts.balance(one)));
    }
}
