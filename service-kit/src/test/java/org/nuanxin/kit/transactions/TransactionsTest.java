package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.kit.Waiting.get;
import static org.nuanxin.kit.Waiting.until;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.TimerKey;
import org.nuanxin.kit.timers.Timers;
import org.nuanxin.testing.StoresResource;

/** A transaction … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class TransactionsTest {
    private static final int MORE_THAN_THE_POOL_HOLDS = 40;

    @Inject
    Vertx vertx;

    @Inject
    Mutiny.SessionFactory sessions;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Journal journal;

    @Inject
    Timers timers;

    @Inject
    Timeline timeline;

    @Inject
    Accounts accounts;

    UUID account = UUID.randomUUID();

    @Test
    void commits_all_that_was_gathered() {
        get(transactions.run(this::everything));

        assertThat(traces()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void leaves_nothing_when_its_work_fails() {
        Uni<Void> failing = transactions.run(now -> everything(now).chain(TransactionsTest::fail));

        assertThatThrownBy(() -> get(failing)).hasMessage("on purpose");
        assertThat(traces()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void leaves_nothing_when_something_gathered_cannot_be_written() {
        Uni<Void> failing = transactions.run(now ->
                everything(now).invoke(() -> transactions.unit().gather(Unwritable.class, () -> new Unwritable())));

        assertThatThrownBy(() -> get(failing)).hasMessageContaining("division by zero");
        assertThat(traces()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void fails_where_its_work_has_passed_over_a_failure_of_the_database() {
        Uni<Integer> failing = transactions.run(now -> accounts.credit(account)
                .chain(() -> sql.update("select 1 / 0"))
                .onFailure()
                .recoverWithItem(0));

        assertThatThrownBy(() -> get(failing)).hasMessageContaining("current transaction is aborted");
        assertThat(balance()).isZero();
    }

    @Test
    void writes_at_its_end_in_the_order_in_which_it_was_said() {
        List<Long> seen = new ArrayList<>();

        get(transactions.run(now -> {
            transactions.unit().atTheEnd(balanceTold(seen));
            transactions
                    .unit()
                    .atTheEnd(Write.of("update account set balance = balance + 1 where account_id = $1", account));
            transactions.unit().atTheEnd(balanceTold(seen));
            transactions.unit().checkAtTheEnd(accounts.credit(account));
            transactions.unit().checkAtTheEnd(accounts.balance(account).invoke(seen::add));
            return accounts.credit(account);
        }));

        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void leaves_nothing_when_a_rule_is_broken_while_other_writes_are_under_way() {
        Uni<Void> failing = transactions.run(now -> {
            transactions.unit().checkAtTheEnd(accounts.balance(account).chain(TransactionsTest::fail));
            return everything(now);
        });

        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            assertThatThrownBy(() -> get(failing)).hasMessage("on purpose");
        }
        assertThat(traces()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void tells_the_first_failure_of_statements_sent_in_one_trip() {
        Uni<Long> failing = transactions.run(now -> Sql.inOneTrip(
                Sql.inOneTrip(List.of(accounts.credit(account), sql.update("select 1 / 0"))),
                accounts.balance(account)));

        assertThatThrownBy(() -> get(failing)).hasMessageContaining("division by zero");
        assertThat(balance()).isZero();
    }

    @Test
    void is_told_the_databases_time_and_never_a_later_one() {
        for (int i = 0; i < 20; i++) {
            AtomicReference<Instant> told = new AtomicReference<>();

            Instant asked = get(transactions.run(now -> {
                told.set(now);
                return databaseTime();
            }));

            assertThat(told.get()).isBetween(asked.minusSeconds(1), asked);
        }
    }

    @Test
    void starts_again_where_it_is_not_the_time() {
        AtomicLong wrong = new AtomicLong();
        Transactions mistaken =
                new Transactions(sessions, vertx, new DatabaseTime(() -> System.nanoTime() + wrong.get()));
        get(mistaken.run(now -> accounts.credit(account)));

        for (Duration by : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(10))) {
            wrong.addAndGet(by.toNanos());
            List<Instant> told = new ArrayList<>();

            Instant asked = get(mistaken.run(now -> {
                told.add(now);
                return everything(now).chain(this::databaseTime);
            }));

            assertThat(told)
                    .hasSize(2)
                    .last()
                    .satisfies(now -> assertThat(now).isBetween(asked.minusSeconds(1), asked));
        }
        assertThat(traces()).containsExactly(4, 3, 1, 3);
    }

    @Test
    void is_joined_by_one_inside_it() {
        AtomicReference<Instant> outer = new AtomicReference<>();
        AtomicReference<Instant> inner = new AtomicReference<>();

        Uni<Void> failing = transactions.run(now -> {
            outer.set(now);
            return transactions
                    .run(then -> {
                        inner.set(then);
                        return everything(then);
                    })
                    .chain(TransactionsTest::fail);
        });

        assertThatThrownBy(() -> get(failing)).hasMessage("on purpose");
        assertThat(inner.get()).isEqualTo(outer.get());
        assertThat(traces()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void stands_for_itself_when_run_apart() {
        Uni<Void> failing =
                transactions.run(now -> transactions.runApart(this::everything).chain(TransactionsTest::fail));

        assertThatThrownBy(() -> get(failing)).hasMessage("on purpose");
        assertThat(traces()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void is_tried_again_after_a_deadlock_and_gathers_nothing_twice() {
        UUID other = UUID.randomUUID();
        get(transactions.run(now -> accounts.credit(List.of(account, other))));
        AtomicInteger attempts = new AtomicInteger();
        CompletableFuture<Void> oneHasLocked = new CompletableFuture<>();
        CompletableFuture<Void> otherHasLocked = new CompletableFuture<>();

        Uni<Void> one = transactions.run(now -> {
            attempts.incrementAndGet();
            return everything(now)
                    .invoke(() -> oneHasLocked.complete(null))
                    .chain(() -> waitFor(otherHasLocked))
                    .chain(() -> accounts.credit(other));
        });
        Uni<Void> two = transactions.run(now -> {
            attempts.incrementAndGet();
            return accounts.credit(other)
                    .invoke(() -> otherHasLocked.complete(null))
                    .chain(() -> waitFor(oneHasLocked))
                    .chain(() -> accounts.credit(account));
        });
        get(Uni.join().all(one, two).andCollectFailures());

        assertThat(attempts).hasValueGreaterThanOrEqualTo(3); // the loser may lose again before the winner is through
        assertThat(traces()).containsExactly(3, 1, 1, 1);
    }

    @Test
    void is_given_up_after_ten_lost_races() {
        AtomicInteger attempts = new AtomicInteger();

        Uni<Integer> losing = transactions.run(now -> {
            attempts.incrementAndGet();
            return sql.update("do $$ begin raise exception using errcode = '40001', message = 'lost'; end $$");
        });

        assertThatThrownBy(() -> get(losing))
                .satisfies(failure -> assertThat(Failures.lostARace(failure)).isTrue());
        assertThat(attempts).hasValue(10);
    }

    @Test
    void is_not_tried_again_for_any_other_failure() {
        AtomicInteger attempts = new AtomicInteger();

        Uni<Void> failing = transactions.run(now -> {
            attempts.incrementAndGet();
            return fail();
        });

        assertThatThrownBy(() -> get(failing)).hasMessage("on purpose");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void is_refused_inside_a_read() {
        Uni<Void> nested = transactions.read(() -> transactions.run(now -> accounts.credit(account)));

        assertThatThrownBy(() -> get(nested)).isInstanceOf(IllegalStateException.class);
        assertThat(balance()).isZero();
    }

    @Test
    void is_needed_to_write_anything() {
        assertThatThrownBy(() -> get(transactions.read(() -> accounts.credit(account))))
                .hasMessageContaining("read-only transaction");
        assertThat(balance()).isZero();
    }

    @Test
    void is_needed_to_gather_anything() {
        var event = Accounts.event(account, Instant.EPOCH);

        assertThatThrownBy(() -> get(journal.append(event))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> get(transactions.read(() -> journal.append(event))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> get(timers.cancel(List.of(new TimerKey(account, "RING")))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> get(timeline.add("somebody", event))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runs_to_its_end_though_nobody_waits_any_more_and_gives_its_connection_back() {
        for (int i = 0; i < MORE_THAN_THE_POOL_HOLDS; i++) {
            Held held = new Held(transactions, sql);
            CompletableFuture<Cancellable> begun = new CompletableFuture<>();
            // as a call over HTTP, on a context of its own
            Contexts.begin(
                    vertx,
                    () -> {
                        var waiting = new AtomicReference<Cancellable>(() -> {});
                        waiting.set(transactions
                                .run(now -> accounts.credit(account).invoke(() -> {
                                    held.hold(transactions.unit());
                                    begun.complete(waiting.get());
                                }))
                                .subscribe()
                                .with(_ -> {}));
                        return Uni.createFrom().voidItem();
                    },
                    _ -> {},
                    begun::completeExceptionally);
            begun.join().cancel();
            held.release();
        }

        until(() -> balance() == MORE_THAN_THE_POOL_HOLDS);
    }

    @Test
    void stays_committed_whatever_happens_after_it() {
        AtomicInteger ran = new AtomicInteger();

        get(transactions.run(now -> accounts.credit(account).invoke(() -> {
            transactions.unit().afterCommit(TransactionsTest::fail);
            transactions.unit().afterCommit(ran::incrementAndGet);
        })));

        assertThat(ran).hasValue(1);
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void wakes_nobody_after_a_rollback() {
        AtomicInteger woken = new AtomicInteger();

        Uni<Void> failing = transactions.run(now -> {
            transactions.unit().afterCommit(woken::incrementAndGet);
            return fail();
        });

        assertThatThrownBy(() -> get(failing)).hasMessage("on purpose");
        assertThat(woken).hasValue(0);
    }

    private Uni<Void> everything(Instant now) {
        var event = new ReopeningAsked(account, "community-1", true, "resident-1", now);
        return accounts.credit(account)
                .chain(() -> journal.append(event))
                .chain(() -> timers.set(List.of(new Timer(account, "FAR_OFF", now.plusSeconds(36_000)))))
                .chain(() -> timeline.add(account.toString(), event));
    }

    /** What the account has of: balance, journal, timers, timeline. */
    private List<Integer> traces() {
        return get(transactions.read(() -> sql.query("""
                        select coalesce((select balance from account where account_id = $1), 0)::int,
                               (select count(*)::int from journal where subject = $1::text),
                               (select count(*)::int from timer where subject = $1),
                               (select count(*)::int from timeline where subject = $1::text)
                        """, account))).stream()
                .flatMap(row -> IntStream.range(0, 4).mapToObj(row::integer))
                .toList();
    }

    private long balance() {
        return get(transactions.read(() -> accounts.balance(account)));
    }

    private Uni<Instant> databaseTime() {
        return sql.query(row -> row.instant(0), "select clock_timestamp()").map(List::getFirst);
    }

    @Test
    void stays_committed_where_whoever_is_told_of_what_was_written_fails() {
        get(transactions.run(now -> {
            transactions.unit().atTheEnd(Write.of("select 1").telling(_ -> fail()));
            return accounts.credit(account);
        }));

        assertThat(balance()).isEqualTo(1);
    }

    private Write balanceTold(List<Long> seen) {
        return Write.of("select balance from account where account_id = $1", account)
                .telling(rows -> seen.add(rows.getFirst().longValue(0)));
    }

    private static Uni<Void> waitFor(CompletableFuture<Void> signal) {
        return Contexts.back(Uni.createFrom().completionStage(signal.copy()));
    }

    private static Uni<Void> fail() {
        throw new IllegalStateException("on purpose");
    }

    private record Unwritable() implements Pending {
        @Override
        public int turn() {
            return 0;
        }

        @Override
        public Write write() {
            return Write.of("select 1 / 0");
        }
    }
}
