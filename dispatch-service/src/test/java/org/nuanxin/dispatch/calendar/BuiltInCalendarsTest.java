package org.nuanxin.dispatch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInCalendarsTest {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2025-01-26, true", // a Sunday worked for the spring festival
        "2025-02-04, false",
        "2025-10-08, false",
        "2026-01-02, false",
        "2026-02-14, true", // a Saturday worked for the spring festival
        "2026-02-15, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-03-07, false",
        "2026-10-10, true",
        "2027-01-04, true",
    })
    void offices_in_china_work_as_announced(String date, boolean works) {
        assertThat(BuiltInCalendars.WORKDAYS_CN.isOpen(at(date + "T10:00"))).isEqualTo(works);
    }

    @Test
    void five_working_days_before_the_spring_festival_end_after_it() {
        Instant before = at("2026-02-12T10:00");

        assertThat(BuiltInCalendars.WORKDAYS_CN.plusWorkdays(before, 5)).isEqualTo(at("2026-02-26T10:00"));
        assertThat(BuiltInCalendars.WORKDAYS_CN.plus(before, Duration.ofHours(45)))
                .isEqualTo(at("2026-02-26T10:00"));
    }

    @Test
    void daytime_is_the_same_every_day() {
        assertThat(BuiltInCalendars.DAYTIME.openFrom(at("2026-02-17T23:00"))).isEqualTo(at("2026-02-18T08:00"));
        assertThat(BuiltInCalendars.DAYTIME.isOpen(at("2026-02-17T20:59"))).isTrue();
    }

    @Test
    void china_was_free_for_28_and_33_days() {
        var free = PublicHolidays.of("cn").free();

        assertThat(free.stream().filter(date -> date.getYear() == 2025)).hasSize(28);
        assertThat(free.stream().filter(date -> date.getYear() == 2026)).hasSize(33);
        assertThat(free).contains(LocalDate.of(2026, 2, 17));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
