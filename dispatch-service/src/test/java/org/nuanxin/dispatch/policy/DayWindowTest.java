package org.nuanxin.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayWindowTest {
    DayWindow byDay = new DayWindow(LocalTime.of(8, 0), LocalTime.of(21, 0), DayWindow.SHANGHAI);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T07:59:59, 2026-03-02T08:00:00",
        "2026-03-02T08:00:00, 2026-03-02T08:00:00",
        "2026-03-02T20:59:59, 2026-03-02T20:59:59",
        "2026-03-02T21:00:00, 2026-03-03T08:00:00",
        "2026-03-02T23:10:00, 2026-03-03T08:00:00",
    })
    void is_open_at_once_or_in_the_morning(String at, String open) {
        assertThat(byDay.openFrom(shanghai(at))).isEqualTo(shanghai(open));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:00, PT15M, 2026-03-02T12:15:00",
        "2026-03-02T20:50:00, PT15M, 2026-03-03T08:05:00",
        "2026-03-02T20:45:00, PT15M, 2026-03-03T08:00:00",
        "2026-03-02T23:00:00, PT15M, 2026-03-03T08:15:00",
        "2026-03-02T20:00:00, PT15H, 2026-03-04T09:00:00",
    })
    void counts_only_its_hours(String from, String duration, String later) {
        assertThat(byDay.plus(shanghai(from), Duration.parse(duration))).isEqualTo(shanghai(later));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:00, 2026-03-02T12:00:00",
        "2026-03-02T06:00:00, 2026-03-01T20:45:00",
        "2026-03-02T22:00:00, 2026-03-02T20:45:00",
    })
    void goes_back_to_before_it_closed(String at, String open) {
        assertThat(byDay.openBefore(shanghai(at), Duration.ofMinutes(15))).isEqualTo(shanghai(open));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00:00, 2026-03-02T12:30:00, PT30M",
        "2026-03-02T20:45:00, 2026-03-03T08:15:00, PT30M",
        "2026-03-02T22:00:00, 2026-03-03T07:00:00, PT0S",
        "2026-03-02T06:00:00, 2026-03-05T06:00:00, PT39H",
    })
    void counts_how_long_it_is_open(String from, String to, String open) {
        assertThat(byDay.between(shanghai(from), shanghai(to))).isEqualTo(Duration.parse(open));
    }

    @Test
    void around_the_clock_is_plain_time() {
        Instant night = shanghai("2026-03-02T23:00:00");

        assertThat(DayWindow.ALWAYS.isOpen(night)).isTrue();
        assertThat(DayWindow.ALWAYS.plus(night, Duration.ofHours(5))).isEqualTo(night.plus(Duration.ofHours(5)));
    }

    private static Instant shanghai(String local) {
        return Instant.parse(local + "Z").minus(Duration.ofHours(8));
    }
}
