package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.until;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loop … */
class LoopTest {
    static final Duration LONG = Duration.ofHours(1);

    Vertx vertx = Vertx.vertx();
    BlockingQueue<CompletableFuture<Duration>> rounds = new LinkedBlockingQueue<>();
    Loop loop = new Loop("test", vertx, this::begin);

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void does_nothing_before_it_is_started() {
        loop.wake();

        assertThat(rounds).isEmpty();
    }

    @Test
    void begins_with_a_round() throws InterruptedException {
        loop.start();

        assertThat(round()).isNotNull();
    }

    @Test
    void rests_as_long_as_the_round_says() throws InterruptedException {
        loop.start();
        round().complete(Duration.ofMillis(30));

        round().complete(LONG);

        assertThat(rounds.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void begins_anew_at_once_after_a_round_that_wants_no_rest() throws InterruptedException {
        loop.start();
        round().complete(Duration.ZERO);

        assertThat(round()).isNotNull();
    }

    @Test
    void wakes_from_its_rest() throws InterruptedException {
        loop.start();
        round().complete(LONG);
        until(() -> {
            loop.wake();
            return !rounds.isEmpty();
        });

        assertThat(rounds).hasSize(1);
    }

    @Test
    void remembers_a_wake_up_during_a_round_and_only_one() throws InterruptedException {
        loop.start();
        var first = round();
        for (int i = 0; i < 10; i++) {
            loop.wake();
        }

        first.complete(LONG);
        round().complete(LONG);

        assertThat(rounds.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void does_one_round_at_a_time() throws InterruptedException {
        loop.start();
        assertThat(round()).isNotDone();
        loop.wake();

        assertThat(rounds.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void tries_again_after_a_failure_even_one_during_which_it_was_woken() throws InterruptedException {
        loop.start();
        var failing = round();
        loop.wake();
        failing.completeExceptionally(new IllegalStateException("on purpose"));

        round().completeExceptionally(new IllegalStateException("again"));

        assertThat(round()).isNotNull();
    }

    @Test
    void survives_a_round_that_does_not_even_begin() {
        AtomicInteger tried = new AtomicInteger();
        var broken = new Loop("broken", vertx, () -> {
            tried.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });

        broken.start();

        until(() -> tried.get() >= 2);
        broken.stop(() -> {});
    }

    @Test
    void stops_at_once_when_it_rests() throws InterruptedException {
        AtomicInteger idle = new AtomicInteger();
        loop.start();
        round().complete(LONG);
        until(() -> {
            loop.stop(idle::incrementAndGet);
            return idle.get() > 0;
        });

        loop.wake();

        assertThat(rounds.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void stops_after_the_round_it_is_in() throws InterruptedException {
        AtomicInteger idle = new AtomicInteger();
        loop.start();
        var last = round();
        loop.stop(idle::incrementAndGet);
        loop.wake();
        assertThat(idle).hasValue(0);

        last.complete(Duration.ZERO);

        until(() -> idle.get() == 1);
        assertThat(rounds.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void stops_after_a_round_that_fails() throws InterruptedException {
        AtomicInteger idle = new AtomicInteger();
        loop.start();
        var last = round();
        loop.stop(idle::incrementAndGet);

        last.completeExceptionally(new IllegalStateException("on purpose"));

        until(() -> idle.get() == 1);
        assertThat(rounds).isEmpty();
    }

    private Uni<Duration> begin() {
        var round = new CompletableFuture<Duration>();
        rounds.add(round);
        return Uni.createFrom().completionStage(round);
    }

    private CompletableFuture<Duration> round() throws InterruptedException {
        return Objects.requireNonNull(rounds.poll(20, TimeUnit.SECONDS));
    }
}
