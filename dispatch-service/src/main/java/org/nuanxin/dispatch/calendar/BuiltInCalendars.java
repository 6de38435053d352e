package org.nuanxin.dispatch.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calendars that are there where nobody has set one of their name. */
public final class BuiltInCalendars {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Around the clock. */
    public static final WorkCalendar ALWAYS = daily("always", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    /** When people may be rung for ordinary matters. */
    public static final WorkCalendar DAYTIME = daily("daytime", LocalTime.of(8, 0), LocalTime.of(21, 0));
    /** When offices in China work; a day that makes up for a holiday works like a Monday. */
    public static final WorkCalendar WORKDAYS_CN = calendar("workdays-cn", officesInChina());

    private BuiltInCalendars() {}

    public static List<WorkCalendar> all() {
        return List.of(ALWAYS, DAYTIME, WORKDAYS_CN);
    }

    private static Timetable officesInChina() {
        List<Period> hours = List.of(new Period(LocalTime.of(8, 30), LocalTime.of(17, 30)));
        PublicHolidays china = PublicHolidays.of("cn");
        return new Timetable(
                SHANGHAI,
                Timetable.on(EnumSet.range(MONDAY, FRIDAY), hours),
                china.free(),
                china.worked().stream().collect(Collectors.toMap(Function.identity(), date -> MONDAY)));
    }

    private static WorkCalendar daily(String code, LocalTime opens, LocalTime closes) {
        return calendar(code, Timetable.daily(opens, closes, SHANGHAI));
    }

    private static WorkCalendar calendar(String code, Timetable timetable) {
        return new WorkCalendar(new CalendarKey(code, 0), timetable);
    }
}
