package org.nuanxin.dispatch.handling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.handling.CityCase.BOSTON;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Period;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.WorkCalendar;

/** Our clocks against the verdicts and targets of a city's own system; another year of it by {@code -Doracle.cases=FILE}. */
class CityOracleTest {
    private static final int MANY = 200;
    private static final double MOST = 0.9;
    private static final int LONGEST = 30;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration WORKDAY = Duration.ofMinutes(8 * 60 + 30);
    private static final String FILE = System.getProperty("oracle.cases", "");
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);
    private static List<CityCase> cases = List.of();

    /** @param found how many of the targets are so many business days after opening, to the minute */
    private record Promise(String type, int days, long cases, long found) {
        double share() {
            return (double) found / cases;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (InputStream file = FILE.isEmpty() ? resource("cases-2015.csv.gz") : Files.newInputStream(Path.of(FILE))) {
            cases = CityCase.read(file);
        }
    }

    @Test
    void gives_every_closed_case_the_verdict_of_the_city() {
        List<CityCase> judged = cases.stream()
                .filter(one -> one.target() != null && one.closed() != null && one.onTime() != null)
                .toList();

        long disagreed = judged.stream().filter(one -> !agreed(one)).count();

        OUT.printf("oracle: verdicts %d disagreed %d%n", judged.size(), disagreed);
        assertThat(disagreed).isZero();
        if (FILE.isEmpty()) assertThat(judged).hasSize(41_637);
    }

    @Test
    void comes_to_the_targets_of_the_city_by_business_days() throws IOException {
        Map<String, Integer> known = businessDays();
        List<Promise> promises = promised(type -> known.getOrDefault(type, 0));
        long reached =
                promises.stream().filter(promise -> promise.share() >= MOST).count();

        promises.forEach(CityOracleTest::print);
        OUT.printf("oracle: %d types of %d cases or more reach %.0f %%%n", reached, MANY, MOST * 100);
        if (FILE.isEmpty()) assertThat(reached).isGreaterThanOrEqualTo(10);
    }

    @Test
    void knows_the_holidays_of_2015() {
        assertThat(CityHolidays.of(2015))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                "01-01", "01-19", "02-16", "04-20", "05-25", "06-17", "07-03", "09-07", "10-12",
                                "11-11", "11-26", "12-25")
                        .map(day -> LocalDate.parse("2015-" + day))
                        .toList());
    }

    private static boolean agreed(CityCase one) {
        Instant target = Objects.requireNonNull(one.target());
        Instant closed = Objects.requireNonNull(one.closed());
        Reckoning clock =
                CityClock.started(one.opened(), Duration.between(one.opened(), target), BuiltInCalendars.ALWAYS);
        return clock.inTime(closed) == Objects.requireNonNull(one.onTime());
    }

    /** By type, where it is known how many days are promised by these, else by those that fit best. */
    private static List<Promise> promised(Function<String, Integer> known) {
        WorkCalendar hours = businessHours();
        Map<String, List<CityCase>> byType =
                cases.stream().filter(one -> one.target() != null).collect(Collectors.groupingBy(CityCase::type));
        return byType.entrySet().stream()
                .filter(type -> type.getValue().size() >= MANY)
                .map(type -> promise(type.getKey(), type.getValue(), known.apply(type.getKey()), hours))
                .sorted(Comparator.comparingDouble(Promise::share).reversed())
                .toList();
    }

    private static Promise promise(String type, List<CityCase> all, int days, WorkCalendar hours) {
        int n = days > 0 ? days : bestOf(all.subList(0, MANY), hours);
        return new Promise(type, n, all.size(), found(all, n, hours));
    }

    private static int bestOf(List<CityCase> some, WorkCalendar hours) {
        return IntStream.rangeClosed(1, LONGEST)
                .boxed()
                .max(Comparator.comparingLong(days -> found(some, days, hours)))
                .orElseThrow();
    }

    private static long found(List<CityCase> all, int days, WorkCalendar hours) {
        return all.stream()
                .filter(one -> {
                    Instant due = CityClock.started(one.opened(), WORKDAY.multipliedBy(days), hours)
                            .dueAt();
                    assertThat(due).isEqualTo(hours.plusWorkdays(one.opened(), days));
                    Duration apart = Duration.between(due, one.target()).abs();
                    return apart.compareTo(MINUTE) < 0;
                })
                .count();
    }

    private static void print(Promise promise) {
        OUT.printf(
                "oracle: %5.1f %% of %5d  n=%2d  %s%n",
                promise.share() * 100, promise.cases(), promise.days(), promise.type());
    }

    private static WorkCalendar businessHours() {
        int first = cases.stream().mapToInt(one -> year(one.opened())).min().orElse(2015);
        int last = cases.stream().mapToInt(one -> year(one.opened())).max().orElse(2015);
        Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
        EnumSet.range(MONDAY, FRIDAY)
                .forEach(day -> week.put(day, List.of(new Period(LocalTime.of(8, 30), LocalTime.of(17, 0)))));
        Timetable timetable = new Timetable(BOSTON, week, CityHolidays.of(first, last + 1), Map.of());
        return new WorkCalendar(new CalendarKey("boston", 1), timetable);
    }

    private static int year(Instant moment) {
        return moment.atZone(BOSTON).getYear();
    }

    private static Map<String, Integer> businessDays() throws IOException {
        try (InputStream table = resource("business-days.csv")) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> Integer.valueOf(cells[1])));
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(CityOracleTest.class.getResourceAsStream("/boston-311/" + name));
    }
}
