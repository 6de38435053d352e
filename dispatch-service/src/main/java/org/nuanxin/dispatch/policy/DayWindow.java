package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The hours in which people may be rung, the same every day; all day where it opens and closes at the same time. */
public record DayWindow(LocalTime opens, LocalTime closes, ZoneId zone) {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Around the clock. */
    public static final DayWindow ALWAYS = new DayWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, SHANGHAI);

    public boolean always() {
        return opens.equals(closes);
    }

    public boolean isOpen(Instant at) {
        return !openFrom(at).isAfter(at);
    }

    /** The moment itself where the window is open then, else when it opens next. */
    public Instant openFrom(Instant at) {
        if (always()) return at;
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalDate();
        if (local.toLocalTime().isBefore(opens)) return on(day, opens);
        if (local.toLocalTime().isBefore(closes)) return at;
        return on(day.plusDays(1), opens);
    }

    /** The moment itself where the window is open then, else as long before it last closed. */
    public Instant openBefore(Instant at, Duration margin) {
        if (isOpen(at)) return at;
        LocalDate day = at.atZone(zone).toLocalDate();
        Instant closedToday = on(day, closes);
        Instant closed = closedToday.isAfter(at) ? on(day.minusDays(1), closes) : closedToday;
        return closed.minus(margin);
    }

    /** So much later, counting only the hours in which the window is open. */
    public Instant plus(Instant from, Duration duration) {
        Instant at = openFrom(from);
        Duration left = duration;
        while (!always()) {
            Instant closing = on(at.atZone(zone).toLocalDate(), closes);
            Duration today = Duration.between(at, closing);
            if (left.compareTo(today) < 0) break;
            left = left.minus(today);
            at = openFrom(closing);
        }
        return at.plus(left);
    }

    /** How much of the time from one moment to another it is open. */
    public Duration between(Instant from, Instant to) {
        if (always()) return Duration.between(from, to);
        LocalDate last = to.atZone(zone).toLocalDate();
        Duration open = Duration.ZERO;
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            Instant begins = on(day, opens).isBefore(from) ? from : on(day, opens);
            Instant ends = on(day, closes).isAfter(to) ? to : on(day, closes);
            if (begins.isBefore(ends)) open = open.plus(Duration.between(begins, ends));
        }
        return open;
    }

    private Instant on(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
