package org.nuanxin.dispatch.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.calendar.WorkCalendarTest.SHANGHAI;
import static org.nuanxin.dispatch.calendar.WorkCalendarTest.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.dispatch.calendar.TimetableCheck.Fault;

class TimetableCheckTest {
    static final LocalDate DAY = LocalDate.of(2026, 2, 14);
    static final List<Period> HOURS = List.of(period("08:30", "12:00"), period("13:30", "17:30"));

    @Test
    void finds_no_fault_with_what_is_built_in() {
        assertThat(BuiltInCalendars.all())
                .allSatisfy(calendar ->
                        assertThat(TimetableCheck.faults(calendar.timetable())).isEmpty());
    }

    @Test
    void finds_no_fault_with_periods_that_touch_and_with_one_until_midnight() {
        assertThat(TimetableCheck.faults(mondays(period("08:00", "12:00"), period("12:00", "00:00"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void names_the_field_that_cannot_be(Timetable timetable, String field, String reason) {
        assertThat(TimetableCheck.faults(timetable)).containsExactly(new Fault(field, reason));
    }

    static Stream<Arguments> names_the_field_that_cannot_be() {
        return Stream.of(
                Arguments.of(new Timetable(null, Map.of(MONDAY, HOURS), null, null), "zone", "missing"),
                Arguments.of(new Timetable(SHANGHAI, null, null, null), "week", "never-opens"),
                Arguments.of(mondays(), "week", "never-opens"),
                Arguments.of(mondays(period("09:00", "09:00")), "week.MONDAY[0].to", "must-be-later"),
                Arguments.of(mondays(period("21:00", "06:00")), "week.MONDAY[0].to", "must-be-later"),
                Arguments.of(
                        mondays(period("08:00", "12:00"), period("11:59", "17:00")),
                        "week.MONDAY[1].from",
                        "must-be-later"),
                Arguments.of(
                        mondays(period("08:00", "00:00"), period("11:00", "17:00")),
                        "week.MONDAY[1].from",
                        "must-be-later"),
                Arguments.of(exceptions(Set.of(DAY), Map.of(DAY, MONDAY)), "makeUpDays.2026-02-14", "is-a-holiday"),
                Arguments.of(
                        exceptions(Set.of(), Map.of(DAY, SUNDAY)), "makeUpDays.2026-02-14", "works-like-a-free-day"),
                Arguments.of(
                        exceptions(Set.of(), Map.of(DAY, TUESDAY)), "makeUpDays.2026-02-14", "works-like-a-free-day"));
    }

    private static Timetable mondays(Period... periods) {
        return new Timetable(SHANGHAI, Map.of(MONDAY, List.of(periods)), Set.of(), Map.of());
    }

    private static Timetable exceptions(Set<LocalDate> holidays, Map<LocalDate, DayOfWeek> makeUpDays) {
        return new Timetable(SHANGHAI, Map.of(MONDAY, HOURS, TUESDAY, List.of()), holidays, makeUpDays);
    }
}
