package org.nuanxin.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertLimitsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00:00, 12, 2026-03-02T08:00:00",
        "2026-03-02T20:59:59, 12, 2026-03-02T08:00:00",
        "2026-03-02T21:00:00, 2, 2026-03-02T21:00:00",
        "2026-03-03T07:59:59, 2, 2026-03-02T21:00:00",
    })
    void count_a_day_and_a_night_apart(String at, int limit, String since) {
        assertThat(AlertLimits.USUAL.at(shanghai(at))).isEqualTo(limit);
        assertThat(AlertLimits.since(shanghai(at))).isEqualTo(shanghai(since));
    }

    private static Instant shanghai(String local) {
        return Instant.parse(local + "Z").minusSeconds(8 * 3600);
    }
}
