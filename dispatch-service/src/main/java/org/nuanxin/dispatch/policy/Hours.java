package org.nuanxin.dispatch.policy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.WorkCalendar;

/** The hours of a window: a calendar by its code; or, shorter, the same hours every day, all day where they are equal. */
public record Hours(
        @Nullable String calendar,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable ZoneId zone) {
    public static Hours of(String calendar) {
        return new Hours(calendar, null, null, null);
    }

    public static Hours daily(LocalTime opens, LocalTime closes, ZoneId zone) {
        return new Hours(null, opens, closes, zone);
    }

    boolean complete() {
        boolean all = opens != null && closes != null && zone != null;
        boolean none = opens == null && closes == null && zone == null;
        return calendar == null ? all : none;
    }

    WorkCalendar in(NamedCalendars calendars) {
        return calendar == null ? daily() : calendars.get(calendar);
    }

    /** Fixed by the version of the policy that says so. */
    private WorkCalendar daily() {
        LocalTime from = Objects.requireNonNull(opens);
        LocalTime to = Objects.requireNonNull(closes);
        return new WorkCalendar(
                new CalendarKey(from + "-" + to, 0), Timetable.daily(from, to, Objects.requireNonNull(zone)));
    }
}
