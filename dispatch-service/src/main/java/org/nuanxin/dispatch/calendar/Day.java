package org.nuanxin.dispatch.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;

/** The work of one date. */
record Day(Timetable timetable, LocalDate date) {
    private static final Duration PLAIN = Duration.ofDays(1);

    Day after() {
        return new Day(timetable, date.plusDays(1));
    }

    Day before() {
        return new Day(timetable, date.minusDays(1));
    }

    boolean works() {
        return length().isPositive();
    }

    Duration length() {
        boolean plain = Duration.between(begins(), ends()).equals(PLAIN);
        Duration length = Duration.ZERO;
        for (Period period : timetable.on(date)) length = length.plus(plain ? period.length() : realLength(period));
        return length;
    }

    Duration workedBefore(Instant at) {
        Duration worked = Duration.ZERO;
        for (Period period : timetable.on(date)) {
            Instant from = from(period);
            Instant to = to(period);
            if (at.isAfter(from)) worked = worked.plus(Duration.between(from, at.isBefore(to) ? at : to));
        }
        return worked;
    }

    /** The moment of this day at which so much of it, which is less than its length, has been worked. */
    Instant after(Duration worked) {
        Duration left = worked;
        for (Period period : timetable.on(date)) {
            Duration length = realLength(period);
            if (left.compareTo(length) < 0) return from(period).plus(left);
            left = left.minus(length);
        }
        throw new IllegalArgumentException(date + " is shorter than " + worked);
    }

    /** This day, which works, at a time: at once, when it works next, or when it ends. */
    Instant at(LocalTime time) {
        Instant at = instant(date.atTime(time));
        Instant closing = begins();
        for (Period period : timetable.on(date)) {
            closing = to(period);
            if (at.isBefore(closing)) return at.isBefore(from(period)) ? from(period) : at;
        }
        return closing;
    }

    private Duration realLength(Period period) {
        return Duration.between(from(period), to(period));
    }

    private Instant from(Period period) {
        return instant(date.atTime(period.from()));
    }

    private Instant to(Period period) {
        return period.untilMidnight() ? ends() : instant(date.atTime(period.to()));
    }

    private Instant begins() {
        return instant(date.atStartOfDay());
    }

    private Instant ends() {
        return instant(date.plusDays(1).atStartOfDay());
    }

    /** In the hour that is left out all times are the moment at which clocks are set: so times keep their order. */
    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition set = timetable.zone().getRules().getTransition(local);
        if (set != null && set.isGap()) return set.getInstant();
        return local.atZone(timetable.zone()).toInstant();
    }
}
