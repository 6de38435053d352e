package org.nuanxin.kit.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The database's time … */
class DatabaseTimeTest {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    long nanos = -7;
    DatabaseTime time = new DatabaseTime(() -> nanos);

    @Test
    void is_not_known_before_it_has_been_heard() {
        assertThat(time.now()).isEmpty();
    }

    @Test
    void goes_on_from_when_it_was_heard() {
        time.heard(NOON);
        pass(Duration.ofMinutes(3));

        assertThat(time.now()).contains(NOON.plusSeconds(180));
    }

    @Test
    void is_told_as_exactly_as_the_database_counts() {
        time.heard(NOON);
        pass(Duration.ofNanos(1_999));

        assertThat(time.now()).contains(NOON.plusNanos(1_000));
    }

    @Test
    void is_taken_from_the_word_that_came_soonest() {
        time.heard(NOON);
        pass(Duration.ofMillis(500));
        time.heard(NOON.plusMillis(480));
        assertThat(time.now()).contains(NOON.plusMillis(500));

        time.heard(NOON.plusMillis(501));
        assertThat(time.now()).contains(NOON.plusMillis(501));
    }

    @Test
    void is_taken_from_a_later_word_when_the_best_is_old_and_still_does_not_go_back() {
        time.heard(NOON);
        pass(Duration.ofMillis(1_500));
        assertThat(time.now()).contains(NOON.plusMillis(1_500));

        time.heard(NOON.plusMillis(1_490));
        assertThat(time.now()).contains(NOON.plusMillis(1_500));
        pass(Duration.ofMillis(20));

        assertThat(time.now()).contains(NOON.plusMillis(1_510));
    }

    @Test
    void goes_back_when_it_was_wrong() {
        time.heard(NOON);
        time.now();

        time.forget();
        assertThat(time.now()).isEmpty();
        time.heard(NOON.minusSeconds(3_600));

        assertThat(time.now()).contains(NOON.minusSeconds(3_600));
    }

    private void pass(Duration some) {
        nanos += some.toNanos();
    }
}
