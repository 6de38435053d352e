package org.nuanxin.kit.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.kit.Waiting.get;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.Accounts;
import org.nuanxin.kit.transactions.Held;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.StoresResource;

/** A command with an Idempotency-Key … */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class CommandsTest {
    static final Duration OLD = Duration.ofDays(40);

    record Payment(UUID account, int amount) {}

    record Receipt(UUID account, long balance, int number) {}

    @Inject
    Commands commands;

    @Inject
    OldCommands old;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Accounts accounts;

    String key = UUID.randomUUID().toString();
    UUID account = UUID.randomUUID();
    Payment payment = new Payment(account, 1);
    AtomicInteger carriedOut = new AtomicInteger();

    @Test
    void is_carried_out_once_and_answered_the_same_each_time() {
        Receipt first = get(pay("mei", key, payment));
        Receipt again = get(pay("mei", key, payment));

        assertThat(again).isEqualTo(first);
        assertThat(carriedOut).hasValue(1);
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void is_carried_out_once_by_fifty_at_once() {
        List<Receipt> receipts = get(Uni.join()
                .all(Stream.generate(() -> pay("mei", key, payment)).limit(50).toList())
                .andFailFast());

        assertThat(receipts).hasSize(50).containsOnly(receipts.getFirst());
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void waits_for_its_twin() {
        Held twin = new Held(transactions, sql);
        CompletableFuture<Void> begun = new CompletableFuture<>();
        var first = commands.once(
                        "mei",
                        key,
                        payment,
                        Receipt.class,
                        now -> credit().invoke(() -> {
                            twin.hold(transactions.unit());
                            begun.complete(null);
                        }))
                .subscribeAsCompletionStage();
        begun.join();

        var second = pay("mei", key, payment).subscribeAsCompletionStage();
        assertThat(second).isNotDone();
        twin.release();

        assertThat(second.join()).isEqualTo(first.join());
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void takes_the_place_of_a_twin_that_failed() {
        Uni<Receipt> failing = commands.once(
                "mei",
                key,
                payment,
                Receipt.class,
                now -> credit().invoke(() -> {
                    throw new Forbidden();
                }));
        assertThatThrownBy(() -> get(failing)).isInstanceOf(Forbidden.class);

        get(pay("mei", key, payment));

        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void is_refused_when_the_key_stands_for_something_else() {
        get(pay("mei", key, payment));

        assertThatThrownBy(() -> get(pay("mei", key, new Payment(account, 2)))).isInstanceOf(KeyUsedOtherwise.class);
        assertThat(balance()).isEqualTo(1);
    }

    @Test
    void of_a_group_is_told_apart_from_those_carried_out_before() {
        get(pay("mei", key, payment));
        Commands.Claim again = commands.claim("mei", key, payment).orElseThrow();
        Commands.Claim otherwise =
                commands.claim("mei", key, new Payment(account, 2)).orElseThrow();
        Commands.Claim first = commands.claim("lin", key, payment).orElseThrow();
        Commands.Claim twin =
                commands.claim("lin", key, new Payment(account, 2)).orElseThrow();
        Receipt receipt = new Receipt(account, 1, 1);

        var fresh = get(transactions.run(now ->
                commands.claimUnused(Map.of(again, receipt, otherwise, receipt, first, receipt, twin, receipt), now)));

        assertThat(fresh).hasSize(1).allMatch(claim -> claim.caller().equals("lin"));
        assertThat(get(transactions.read(() -> commands.replay(fresh.iterator().next(), Receipt.class))))
                .contains(receipt);
        assertThatThrownBy(() -> get(transactions.read(() -> commands.replay(otherwise, Receipt.class))))
                .isInstanceOf(KeyUsedOtherwise.class);
    }

    @Test
    void is_another_one_when_its_key_has_been_forgotten() {
        String younger = UUID.randomUUID().toString();
        get(pay("mei", key, payment));
        get(pay("mei", younger, payment));
        get(transactions.run(now -> sql.update("update command set at = $2 where key = $1", key, now.minus(OLD))));

        int forgotten =
                get(transactions.run(now -> old.forgetBefore(now.minus(OLD).plusSeconds(1))));
        get(pay("mei", key, payment));
        get(pay("mei", younger, payment));

        assertThat(forgotten).isEqualTo(1);
        assertThat(balance()).isEqualTo(3);
    }

    @Test
    void is_somebody_elses_when_somebody_else_sends_it() {
        get(pay("mei", key, payment));
        get(pay("lin", key, payment));

        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void is_carried_out_each_time_without_a_key() {
        get(pay("mei", null, payment));
        get(pay("mei", " ", payment));

        assertThat(balance()).isEqualTo(2);
    }

    @Test
    void is_refused_with_a_key_beyond_measure() {
        assertThatThrownBy(() -> get(pay("mei", "k".repeat(201), payment))).isInstanceOf(Invalid.class);
    }

    @Test
    void may_have_no_answer() {
        for (int i = 0; i < 2; i++) {
            get(commands.once("mei", key, payment, Void.class, now -> accounts.credit(account)));
        }

        assertThat(balance()).isEqualTo(1);
    }

    private Uni<Receipt> pay(String caller, @Nullable String withKey, Payment what) {
        return commands.once(caller, withKey, what, Receipt.class, now -> credit());
    }

    private Uni<Receipt> credit() {
        return accounts.credit(account)
                .chain(() -> accounts.balance(account))
                .map(balance -> new Receipt(account, balance, carriedOut.incrementAndGet()));
    }

    private long balance() {
        return get(transactions.read(() -> accounts.balance(account)));
    }
}
