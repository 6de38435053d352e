package org.nuanxin.dispatch.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Period MORNING = period("08:30", "12:00");
    static final Period AFTERNOON = period("13:30", "17:30");
    static final List<Period> HOURS = List.of(MORNING, AFTERNOON);

    /** Monday to Friday with a lunch break, Fridays only in the morning; around the spring festival of 2026. */
    WorkCalendar office = calendar(new Timetable(
            SHANGHAI,
            Map.of(
                    MONDAY, HOURS,
                    TUESDAY, HOURS,
                    WEDNESDAY, HOURS,
                    THURSDAY, HOURS,
                    FRIDAY, List.of(MORNING)),
            Set.of(LocalDate.parse("2026-02-16"), LocalDate.parse("2026-02-17")),
            Map.of(LocalDate.parse("2026-02-14"), MONDAY)));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:00, 2026-03-02T08:30",
        "2026-03-02T09:00, 2026-03-02T09:00",
        "2026-03-02T12:00, 2026-03-02T13:30",
        "2026-03-02T17:30, 2026-03-03T08:30",
        "2026-03-06T12:00, 2026-03-09T08:30",
        "2026-02-13T13:00, 2026-02-14T08:30",
        "2026-02-14T18:00, 2026-02-18T08:30",
    })
    void is_open_at_once_or_later(String at, String open) {
        assertThat(office.openFrom(shanghai(at))).isEqualTo(shanghai(open));
        assertThat(office.isOpen(shanghai(at))).isEqualTo(at.equals(open));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, PT1H,    2026-03-02T10:00",
        "2026-03-02T11:30, PT1H,    2026-03-02T14:00",
        "2026-03-02T11:30, PT30M,   2026-03-02T13:30",
        "2026-03-05T17:00, PT5H,    2026-03-09T09:30",
        "2026-02-13T11:00, PT8H30M, 2026-02-18T08:30",
        "2026-03-01T10:00, PT33H30M, 2026-03-09T08:30",
        "2026-03-09T08:30, PT0S,    2026-03-09T08:30",
    })
    void counts_only_its_hours(String from, String worked, String until) {
        assertThat(office.plus(shanghai(from), Duration.parse(worked))).isEqualTo(shanghai(until));
        assertThat(office.between(shanghai(from), shanghai(until))).isEqualTo(Duration.parse(worked));
        assertThat(office.between(shanghai(until), shanghai(from)))
                .isEqualTo(Duration.parse(worked).negated());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, PT15M, 2026-03-02T09:00",
        "2026-03-09T07:00, PT15M, 2026-03-06T11:45",
        "2026-03-02T12:30, PT1H,  2026-03-02T11:00",
        "2026-03-08T12:30, PT4H,  2026-03-05T17:00",
    })
    void goes_back_to_before_it_closed(String at, String margin, String open) {
        assertThat(office.openBefore(shanghai(at), Duration.parse(margin))).isEqualTo(shanghai(open));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:00, 1, 2026-03-03T09:00",
        "2026-03-02T18:00, 1, 2026-03-04T08:30",
        "2026-03-05T09:00, 2, 2026-03-09T09:00",
        "2026-03-05T15:00, 1, 2026-03-06T12:00",
        "2026-03-06T12:30, 0, 2026-03-09T08:30",
        "2026-02-13T10:00, 2, 2026-02-18T10:00",
    })
    void counts_its_days(String from, int days, String until) {
        assertThat(office.plusWorkdays(shanghai(from), days)).isEqualTo(shanghai(until));
    }

    @Test
    void around_the_clock_is_plain_time() {
        Instant night = shanghai("2026-03-02T23:00");

        assertThat(BuiltInCalendars.ALWAYS.isOpen(night)).isTrue();
        assertThat(BuiltInCalendars.ALWAYS.plus(night, Duration.ofDays(30))).isEqualTo(night.plus(Duration.ofDays(30)));
        assertThat(BuiltInCalendars.ALWAYS.plusWorkdays(night, 3)).isEqualTo(night.plus(Duration.ofDays(3)));
    }

    @Test
    void works_an_hour_less_when_clocks_are_set_forward_and_one_more_when_back() {
        WorkCalendar nights = daily("00:00", "06:00", BERLIN);

        assertThat(nights.between(berlin("2026-03-29T00:00"), berlin("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(nights.between(berlin("2026-10-25T00:00"), berlin("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.plus(berlin("2026-03-29T01:30"), Duration.ofHours(1))).isEqualTo(berlin("2026-03-29T03:30"));
    }

    @Test
    void begins_when_clocks_are_set_where_its_hour_is_left_out() {
        WorkCalendar early = daily("02:30", "04:00", BERLIN);
        WorkCalendar gone = daily("02:15", "02:45", BERLIN);

        assertThat(early.openFrom(berlin("2026-03-29T01:00"))).isEqualTo(berlin("2026-03-29T03:00"));
        assertThat(gone.openFrom(berlin("2026-03-29T01:00"))).isEqualTo(berlin("2026-03-30T02:15"));
        assertThat(gone.plusWorkdays(berlin("2026-03-28T02:30"), 1)).isEqualTo(berlin("2026-03-30T02:30"));
    }

    @Test
    void that_never_opens_cannot_be_made() {
        assertThatThrownBy(() -> calendar(new Timetable(SHANGHAI, Map.of(SATURDAY, List.of()), Set.of(), Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never-opens");
    }

    static WorkCalendar daily(String opens, String closes, ZoneId zone) {
        return calendar(Timetable.daily(LocalTime.parse(opens), LocalTime.parse(closes), zone));
    }

    static WorkCalendar calendar(Timetable timetable) {
        return new WorkCalendar(new CalendarKey("test", 1), timetable);
    }

    static Period period(String from, String to) {
        return new Period(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
