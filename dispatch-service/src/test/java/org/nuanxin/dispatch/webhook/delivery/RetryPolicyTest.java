package org.nuanxin.dispatch.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
    static final RetryPolicy RETRIES = new RetryPolicy(1);

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT30S",
        "3, PT2M",
        "4, PT10M",
        "5, PT1H",
        "6, PT5H",
        "7, PT10H",
        "8, PT14H",
        "9, PT20H",
        "10, PT24H"
    })
    void waits_longer_each_time(int tries, Duration wait) {
        assertThat(RETRIES.waitAfter(tries, 0)).contains(wait);
    }

    @Test
    void gives_up_after_three_days() {
        Duration inAll = IntStream.rangeClosed(1, 10)
                .mapToObj(tries -> RETRIES.waitAfter(tries, 0).orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(inAll).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(RETRIES.waitAfter(11, 0)).isEmpty();
    }

    @Test
    void spreads_what_failed_together() {
        assertThat(RETRIES.waitAfter(1, 0.5)).contains(Duration.ofMillis(5500));
        assertThat(RETRIES.waitAfter(1, 1)).contains(Duration.ofSeconds(6));
    }

    @Test
    void goes_by_the_time_scale() {
        assertThat(new RetryPolicy(60).waitAfter(3, 0)).contains(Duration.ofSeconds(2));
        assertThat(new RetryPolicy(100_000).waitAfter(1, 0)).contains(Duration.ofMillis(1));
    }
}
