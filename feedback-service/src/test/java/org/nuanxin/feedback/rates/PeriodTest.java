package org.nuanxin.feedback.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.kit.problems.Invalid;

class PeriodTest {
    @Test
    void of_days_includes_both_in_the_zone_of_the_country() {
        Period day = Period.of("2026-03-01", "2026-03-01");

        assertThat(day.from()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(day.to()).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
    }

    @Test
    void of_instants_is_taken_as_given() {
        Period hour = Period.of("2026-03-01T10:00:00Z", "2026-03-01T19:00:00+08:00");

        assertThat(hour.from()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(hour.to()).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @Test
    void may_be_open() {
        assertThat(Period.of(null, "")).isEqualTo(new Period(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "2026-03-01T10:00:00", "+294277-01-01T00:00:00Z"})
    void that_is_none_is_refused(String text) {
        assertThatThrownBy(() -> Period.of(text, null)).isInstanceOf(Invalid.class);
    }
}
