package org.nuanxin.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance … */
class ClockWatchTest {
    record Limits(Duration error, Duration setBack) implements ClockLimits {}

    static final Duration SECOND = Duration.ofSeconds(1);

    final Vertx vertx = Vertx.vertx();
    final List<Integer> exits = new ArrayList<>();
    Instant wall = Instant.parse("2026-03-01T12:00:00Z");
    Duration stopped = Duration.ZERO;
    long nanos = Long.MAX_VALUE - 1;

    ClockWatch watch = new ClockWatch(
            vertx,
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(3)),
            new WallClock(this::wall, () -> nanos),
            exits::add);

    @BeforeEach
    void look() {
        watch.look();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void goes_on_while_its_clock_goes_on() {
        for (int i = 0; i < 5; i++) {
            pass(SECOND, SECOND);
        }

        assertThat(exits).isEmpty();
    }

    @Test
    void ends_when_its_clock_is_set_back() {
        pass(SECOND, Duration.ofHours(-1));

        assertThat(exits).containsExactly(ClockWatch.EXIT_CODE);
    }

    @Test
    void ends_when_its_clock_was_an_hour_ahead_and_is_put_right() {
        pass(SECOND, Duration.ofHours(1));
        assertThat(exits).isEmpty();

        pass(SECOND, Duration.ofHours(-1));

        assertThat(exits).hasSize(1);
    }

    @Test
    void bears_a_step_back_of_three_seconds_and_none_of_more() {
        pass(SECOND, Duration.ofSeconds(-2));
        assertThat(exits).isEmpty();

        pass(SECOND, Duration.ofMillis(-2001));
        assertThat(exits).hasSize(1);
    }

    @Test
    void goes_on_after_it_was_stopped_between_two_readings() {
        stopped = Duration.ofSeconds(20);
        pass(SECOND, SECOND);
        stopped = Duration.ZERO;
        pass(SECOND, SECOND.plusSeconds(20));

        assertThat(exits).isEmpty();
    }

    private Instant wall() {
        nanos += stopped.toNanos();
        return wall;
    }

    private void pass(Duration really, Duration onTheWall) {
        nanos += really.toNanos();
        wall = wall.plus(onTheWall);
        watch.look();
    }
}
