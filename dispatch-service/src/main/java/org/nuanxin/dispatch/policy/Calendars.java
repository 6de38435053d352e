package org.nuanxin.dispatch.policy;

import java.util.stream.Stream;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.WorkCalendar;

/**
 * When clocks run and people may be rung.
 *
 * @param window in which people are rung and the response clock runs
 * @param closure in which the closure clock runs
 */
public record Calendars(WorkCalendar window, WorkCalendar closure) {
    /** Those that a people's version of a calendar has made: what is built in needs no mention. */
    Stream<CalendarKey> set() {
        return Stream.of(window.key(), closure.key())
                .filter(key -> key.version() > 0)
                .distinct();
    }

    /** At another time scale a day has no night, except where people have said so. */
    Calendars withoutBuiltInNights() {
        return new Calendars(withoutBuiltInNights(window), withoutBuiltInNights(closure));
    }

    private static WorkCalendar withoutBuiltInNights(WorkCalendar calendar) {
        return BuiltInCalendars.all().contains(calendar) ? BuiltInCalendars.ALWAYS : calendar;
    }
}
