package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
    static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    @Test
    void come_within_the_wait_and_never_at_once() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Instant now = SearchTest.NOON.plusMillis(random.nextInt(1_000_000)).plusNanos(random.nextInt(1_000_000));
            Instant tick = Ticks.next("community-" + i, now, TWO_MINUTES);

            assertThat(tick).isAfter(now).isBeforeOrEqualTo(now.plus(TWO_MINUTES));
        }
    }

    @Test
    void are_common_to_a_community() {
        Instant tick = Ticks.next("community-1", SearchTest.NOON, TWO_MINUTES);

        assertThat(Ticks.next("community-1", tick.minusMillis(1), TWO_MINUTES)).isEqualTo(tick);
        assertThat(Ticks.next("community-1", tick.minusSeconds(119), TWO_MINUTES))
                .isEqualTo(tick);
        assertThat(Ticks.next("community-1", tick, TWO_MINUTES)).isEqualTo(tick.plus(TWO_MINUTES));
        assertThat(Ticks.next("community-2", tick, TWO_MINUTES)).isNotEqualTo(tick.plus(TWO_MINUTES));
    }
}
