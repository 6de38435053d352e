package org.nuanxin.dispatch.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Working time. It is counted in real time, also on a day on which clocks are set forward or back; a period that begins
 * or ends in the hour that is left out begins or ends when clocks are set, in the hour that comes twice the first time.
 */
public record WorkCalendar(CalendarKey key, Timetable timetable) {
    /** Fails with {@link IllegalArgumentException} where {@link TimetableCheck} finds a fault: it would never open. */
    public WorkCalendar {
        var faults = TimetableCheck.faults(timetable);
        if (!faults.isEmpty()) throw new IllegalArgumentException(key + ": " + faults);
    }

    public ZoneId zone() {
        return timetable.zone();
    }

    public boolean always() {
        return timetable.aroundTheClock();
    }

    public boolean isOpen(Instant at) {
        return openFrom(at).equals(at);
    }

    /** The moment itself where it is open then, else when it opens next. */
    public Instant openFrom(Instant at) {
        return plus(at, Duration.ZERO);
    }

    /** The moment itself where it is open then, else so much working time before it last closed. */
    public Instant openBefore(Instant at, Duration margin) {
        return isOpen(at) ? at : minus(at, margin);
    }

    /** The open moment before which so much has been worked since then: never a closing, but the opening after it. */
    public Instant plus(Instant from, Duration worked) {
        if (always()) return from.plus(worked);
        Day day = day(from);
        Duration left = worked.plus(day.workedBefore(from));
        while (left.isNegative()) {
            day = day.before();
            left = left.plus(day.length());
        }
        for (Duration length = day.length(); left.compareTo(length) >= 0; length = day.length()) {
            left = left.minus(length);
            day = day.after();
        }
        return day.after(left);
    }

    /** The open moment from which so much is worked until then. */
    public Instant minus(Instant until, Duration worked) {
        return plus(until, worked.negated());
    }

    /** The working time that lies between; negative where the second comes before the first. */
    public Duration between(Instant from, Instant to) {
        if (always()) return Duration.between(from, to);
        if (to.isBefore(from)) return between(to, from).negated();
        Day day = day(from);
        Day last = day(to);
        Duration worked = last.workedBefore(to).minus(day.workedBefore(from));
        for (; day.date().isBefore(last.date()); day = day.after()) worked = worked.plus(day.length());
        return worked;
    }

    /**
     * The same time of day so many working days later. What begins outside hours counts from the next opening; where
     * the last day does not work at that time, it is when it works next on that day, or its closing.
     */
    public Instant plusWorkdays(Instant from, int days) {
        Instant begins = openFrom(from);
        if (days == 0) return begins;
        Day day = day(begins);
        LocalTime time = begins.atZone(zone()).toLocalTime();
        for (int left = days; left > 0; ) {
            day = day.after();
            if (day.works()) left--;
        }
        return day.at(time);
    }

    private Day day(Instant at) {
        LocalDate date = at.atZone(zone()).toLocalDate();
        return new Day(timetable, date);
    }
}
