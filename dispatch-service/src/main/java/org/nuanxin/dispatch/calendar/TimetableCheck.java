package org.nuanxin.dispatch.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a timetable by which nobody could work, saying which field and why. */
public final class TimetableCheck {
    private static final int MOST_PERIODS = 12;
    private static final int MOST_DATES = 2000;

    private final Timetable timetable;
    private final List<Fault> faults = new ArrayList<>();

    private TimetableCheck(Timetable timetable) {
        this.timetable = timetable;
    }

    /**
     * @param field as in the JSON, such as {@code week.MONDAY[1].from}
     * @param reason a code, such as {@code never-opens}
     */
    public record Fault(String field, String reason) {}

    public static List<Fault> faults(Timetable timetable) {
        TimetableCheck check = new TimetableCheck(timetable);
        check.whole();
        return List.copyOf(check.faults);
    }

    private void whole() {
        if (missing(timetable.zone())) fault("zone", "missing");
        timetable.week().forEach(this::day);
        if (timetable.week().values().stream().allMatch(day -> missing(day) || day.isEmpty()))
            fault("week", "never-opens");
        timetable.makeUpDays().forEach(this::makeUpDay);
        if (timetable.holidays().size() > MOST_DATES) fault("holidays", "too-many");
        if (timetable.makeUpDays().size() > MOST_DATES) fault("makeUpDays", "too-many");
    }

    private void day(DayOfWeek day, @Nullable List<Period> periods) {
        String field = "week." + day;
        if (periods == null) fault(field, "missing");
        else if (periods.size() > MOST_PERIODS) fault(field, "too-many");
        else for (int i = 0; i < periods.size(); i++) period(field, periods, i);
    }

    private void period(String day, List<Period> periods, int i) {
        String field = day + "[" + i + "]";
        if (incomplete(periods.get(i))) fault(field, "missing");
        else if (!periods.get(i).length().isPositive()) fault(field + ".to", "must-be-later");
        else if (i > 0 && !incomplete(periods.get(i - 1)) && !periods.get(i - 1).isBefore(periods.get(i)))
            fault(field + ".from", "must-be-later");
    }

    private void makeUpDay(LocalDate date, @Nullable DayOfWeek like) {
        String field = "makeUpDays." + date;
        if (like == null) fault(field, "missing");
        else if (timetable.week().getOrDefault(like, List.of()).isEmpty()) fault(field, "works-like-a-free-day");
        if (timetable.holidays().contains(date)) fault(field, "is-a-holiday");
    }

    private static boolean incomplete(@Nullable Period period) {
        return period == null || missing(period.from()) || missing(period.to());
    }

    private static boolean missing(@Nullable Object value) {
        return value == null;
    }

    private void fault(String field, String reason) {
        faults.add(new Fault(field, reason));
    }
}
