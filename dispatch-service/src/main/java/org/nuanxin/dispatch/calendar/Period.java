package org.nuanxin.dispatch.calendar;

import java.time.Duration;
import java.time.LocalTime;

/** A stretch of a day, without its last moment; until midnight means until the day is over. */
public record Period(LocalTime from, LocalTime to) {
    static final Period WHOLE_DAY = new Period(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    boolean untilMidnight() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    /** On a day on which no clock is set forward or back. */
    Duration length() {
        Duration length = Duration.between(from, to);
        return untilMidnight() ? length.plusDays(1) : length;
    }

    boolean isBefore(Period later) {
        return !untilMidnight() && !to.isAfter(later.from);
    }
}
