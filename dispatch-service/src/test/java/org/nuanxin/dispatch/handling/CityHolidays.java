package org.nuanxin.dispatch.handling;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days on which the offices of Boston are closed, by the rules that gave those of 2015. */
final class CityHolidays {
    private CityHolidays() {}

    static Set<LocalDate> of(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear)
                .boxed()
                .flatMap(CityHolidays::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Stream<LocalDate> of(int year) {
        return Stream.of(
                observed(year, Month.JANUARY, 1),
                nth(year, Month.JANUARY, 3, MONDAY),
                nth(year, Month.FEBRUARY, 3, MONDAY),
                nth(year, Month.APRIL, 3, MONDAY),
                LocalDate.of(year, Month.MAY, 1).with(lastInMonth(MONDAY)),
                observed(year, Month.JUNE, 17),
                observed(year, Month.JULY, 4),
                nth(year, Month.SEPTEMBER, 1, MONDAY),
                nth(year, Month.OCTOBER, 2, MONDAY),
                observed(year, Month.NOVEMBER, 11),
                nth(year, Month.NOVEMBER, 4, THURSDAY),
                observed(year, Month.DECEMBER, 25));
    }

    private static LocalDate nth(int year, Month month, int which, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(which, day));
    }

    /** The Friday before or the Monday after, where it falls on a weekend. */
    private static LocalDate observed(int year, Month month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        if (date.getDayOfWeek() == SATURDAY) return date.minusDays(1);
        return date.getDayOfWeek() == SUNDAY ? date.plusDays(1) : date;
    }
}
