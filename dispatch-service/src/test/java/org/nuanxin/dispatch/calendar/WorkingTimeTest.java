package org.nuanxin.dispatch.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is true of every calendar, shown by thousands that chance has made; a fault is one seed. */
class WorkingTimeTest {
    private static final int CALENDARS = 1000;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    /** Clocks are set by an hour in spring and autumn, by half an hour, at midnight, and never. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Africa/Cairo"));

    @Test
    void never_runs_outside_the_calendar() {
        ofAny((any, seed) -> {
            Instant from = any.moment();
            Duration worked = any.duration();

            Instant until = any.calendar.plus(from, worked);

            assertThat(any.calendar.isOpen(until)).as("seed %d", seed).isTrue();
            assertThat(minutesOpen(any.calendar, from, until))
                    .as("seed %d", seed)
                    .isEqualTo(worked.toMinutes());
        });
    }

    @Test
    void is_what_lies_between() {
        ofAny((any, seed) -> {
            Instant from = any.moment();
            Duration worked = any.duration();
            Instant until = any.calendar.plus(from, worked);

            assertThat(any.calendar.between(from, until)).as("seed %d", seed).isEqualTo(worked);
            assertThat(any.calendar.minus(until, worked)).as("seed %d", seed).isEqualTo(any.calendar.openFrom(from));
            assertThat(any.calendar.between(until, from)).as("seed %d", seed).isEqualTo(worked.negated());
        });
    }

    @Test
    void adds_up_over_pauses() {
        ofAny((any, seed) -> {
            Instant start = any.moment();
            Instant paused = start.plus(any.duration());
            Instant resumed = paused.plus(any.duration());
            Duration granted = any.calendar.between(start, paused).plus(any.duration());

            Duration left = granted.minus(any.calendar.between(start, paused));
            Instant due = any.calendar.plus(resumed, left);

            assertThat(any.calendar.between(start, paused).plus(any.calendar.between(resumed, due)))
                    .as("seed %d", seed)
                    .isEqualTo(granted);
            assertThat(any.calendar.between(start, due))
                    .as("seed %d", seed)
                    .isEqualTo(granted.plus(any.calendar.between(paused, resumed)));
        });
    }

    @Test
    void moves_a_deadline_the_way_its_beginning_and_its_length_move() {
        ofAny((any, seed) -> {
            Instant from = any.moment();
            Instant later = from.plus(any.duration());
            Duration worked = any.duration();
            Duration longer = worked.plus(any.duration()).plusSeconds(60);
            WorkCalendar calendar = any.calendar;

            assertThat(calendar.plus(later, worked)).as("seed %d", seed).isAfterOrEqualTo(calendar.plus(from, worked));
            assertThat(calendar.plus(from, longer)).as("seed %d", seed).isAfter(calendar.plus(from, worked));
            assertThat(calendar.openFrom(later)).as("seed %d", seed).isAfterOrEqualTo(calendar.openFrom(from));
        });
    }

    @Test
    void moves_a_deadline_in_working_days_likewise() {
        ofAny((any, seed) -> {
            Instant from = any.onceADay();
            Instant later = any.onceADay();
            int days = any.random.nextInt(10);

            Instant due = any.calendar.plusWorkdays(from, days);

            if (!later.isBefore(from))
                assertThat(any.calendar.plusWorkdays(later, days))
                        .as("seed %d", seed)
                        .isAfterOrEqualTo(due);
            assertThat(any.calendar.plusWorkdays(from, days + 1))
                    .as("seed %d", seed)
                    .isAfter(due);
        });
    }

    private static void ofAny(ObjLongConsumer<Any> holds) {
        LongStream.range(0, CALENDARS).forEach(seed -> holds.accept(new Any(seed), seed));
    }

    /** The slow and plain way: every minute is asked for itself. */
    private static long minutesOpen(WorkCalendar calendar, Instant from, Instant until) {
        long open = 0;
        for (Instant minute = from; minute.isBefore(until); minute = minute.plusSeconds(60)) {
            if (listed(calendar, minute)) open++;
        }
        return open;
    }

    private static boolean listed(WorkCalendar calendar, Instant at) {
        LocalDateTime local = wall(calendar.zone(), at);
        LocalDate date = at.atZone(calendar.zone()).toLocalDate();
        Timetable table = calendar.timetable();
        DayOfWeek like = table.makeUpDays().getOrDefault(date, date.getDayOfWeek());
        if (table.holidays().contains(date)) return false;
        return table.week().getOrDefault(like, List.of()).stream()
                .anyMatch(period -> !local.isBefore(date.atTime(period.from())) && local.isBefore(end(date, period)));
    }

    private static LocalDateTime end(LocalDate date, Period period) {
        return period.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(period.to());
    }

    /** In the hour that comes twice nothing begins or ends the second time: it is always its last moment. */
    private static LocalDateTime wall(ZoneId zone, Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        ZoneOffsetTransition set = zone.getRules().getTransition(local);
        boolean again = set != null && set.isOverlap() && !at.isBefore(set.getInstant());
        return again ? set.getDateTimeBefore().minusNanos(1) : local;
    }

    /** A calendar of up to three periods a day; times are whole minutes. */
    private static final class Any {
        final Random random;
        final WorkCalendar calendar;
        private final ZoneId zone;

        Any(long seed) {
            random = new Random(seed);
            zone = ZONES.get(random.nextInt(ZONES.size()));
            calendar = new WorkCalendar(new CalendarKey("any", 1), timetable());
        }

        Instant moment() {
            return FIRST.atStartOfDay(zone)
                    .plusMinutes(random.nextInt(365 * 24 * 60))
                    .toInstant();
        }

        /** A time of day that comes twice says nothing of which of the two was earlier. */
        Instant onceADay() {
            Instant moment = calendar.openFrom(moment());
            return wall(zone, moment).equals(LocalDateTime.ofInstant(moment, zone)) ? moment : onceADay();
        }

        Duration duration() {
            return Duration.ofMinutes(random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(60 * 60));
        }

        private Timetable timetable() {
            Map<DayOfWeek, List<Period>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(3) > 0) week.put(day, periods());
            }
            if (week.isEmpty()) week.put(DayOfWeek.MONDAY, periods());
            return new Timetable(zone, week, holidays(), makeUpDays(List.copyOf(week.keySet())));
        }

        /** Times of a day in their order, two by two; on the grid of a quarter so that they often meet the setting of clocks. */
        private List<Period> periods() {
            int[] quarters = random.ints(0, 96)
                    .distinct()
                    .limit(2L * (1 + random.nextInt(3)))
                    .sorted()
                    .toArray();
            List<Period> periods = new ArrayList<>();
            for (int i = 0; i < quarters.length; i += 2) {
                boolean untilMidnight = i + 2 == quarters.length && random.nextInt(5) == 0;
                periods.add(new Period(time(quarters[i]), untilMidnight ? LocalTime.MIDNIGHT : time(quarters[i + 1])));
            }
            return periods;
        }

        private Set<LocalDate> holidays() {
            Set<LocalDate> holidays = new HashSet<>();
            for (int i = random.nextInt(40); i > 0; i--) holidays.add(FIRST.plusDays(2L * random.nextInt(200)));
            return holidays;
        }

        private Map<LocalDate, DayOfWeek> makeUpDays(List<DayOfWeek> worked) {
            Map<LocalDate, DayOfWeek> days = new HashMap<>();
            for (int i = random.nextInt(20); i > 0; i--)
                days.put(FIRST.plusDays(1 + 2L * random.nextInt(200)), worked.get(random.nextInt(worked.size())));
            return days;
        }

        private static LocalTime time(int quarter) {
            return LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
        }
    }
}
