package org.nuanxin.dispatch.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a place works, as it is written down.
 *
 * @param week the periods of each weekday in their order; a weekday that is left out is free
 * @param holidays free whatever the weekday
 * @param makeUpDays worked whatever the weekday (调休), each like the weekday it names
 */
public record Timetable(
        ZoneId zone, Map<DayOfWeek, List<Period>> week, Set<LocalDate> holidays, Map<LocalDate, DayOfWeek> makeUpDays) {
    private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

    /** Whatever was written by hand may leave something out: a check says so, see {@link TimetableCheck}. */
    @SuppressWarnings("NullAway")
    public Timetable(
            @Nullable ZoneId zone,
            @Nullable Map<DayOfWeek, List<Period>> week,
            @Nullable Set<LocalDate> holidays,
            @Nullable Map<LocalDate, DayOfWeek> makeUpDays) {
        this.zone = zone;
        this.week = week == null || week.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(week));
        this.holidays = holidays == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(holidays));
        this.makeUpDays = makeUpDays == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(makeUpDays));
    }

    /** The same hours every day; around the clock where it opens and closes at the same time. */
    public static Timetable daily(LocalTime opens, LocalTime closes, ZoneId zone) {
        List<Period> hours = List.of(opens.equals(closes) ? Period.WHOLE_DAY : new Period(opens, closes));
        return new Timetable(zone, on(EVERY_DAY, hours), Set.of(), Map.of());
    }

    static Map<DayOfWeek, List<Period>> on(Set<DayOfWeek> days, List<Period> periods) {
        Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, periods));
        return week;
    }

    List<Period> on(LocalDate date) {
        DayOfWeek like = makeUpDays.get(date);
        if (like == null && holidays.contains(date)) return List.of();
        return week.getOrDefault(like == null ? date.getDayOfWeek() : like, List.of());
    }

    boolean aroundTheClock() {
        return holidays.isEmpty()
                && makeUpDays.isEmpty()
                && EVERY_DAY.stream().allMatch(day -> List.of(Period.WHOLE_DAY).equals(week.get(day)));
    }
}
