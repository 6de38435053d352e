package org.nuanxin.dispatch.policy;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.calendar.WorkCalendar;

/** Refuses a policy that could not be kept, saying which field and why. */
public final class PolicyCheck {
    /** More than any community has volunteers of one skill: "everybody". */
    static final int MOST_PARALLEL = 1000;

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);
    private static final Duration A_YEAR = Duration.ofDays(366);

    private final List<Fault> faults = new ArrayList<>();

    private PolicyCheck() {}

    /**
     * @param field as in the JSON, such as {@code phases[1].offerWait}
     * @param reason a code, such as {@code must-be-later}
     */
    public record Fault(String field, String reason) {}

    /** What is wrong with parts by themselves, whatever they will be combined with. */
    public static List<Fault> faults(PolicyParts parts, NamedCalendars calendars) {
        PolicyCheck check = new PolicyCheck();
        if (parts.set().isEmpty()) check.fault("", "must-not-be-empty");
        check.complete("", parts);
        check.hours(parts, calendars);
        return List.copyOf(check.faults);
    }

    /** Why a whole policy could not be kept. */
    public static List<Fault> faults(Policy policy) {
        return new PolicyCheck().possible(policy);
    }

    private List<Fault> possible(Policy policy) {
        clock("response", policy.response());
        clock("closure", policy.closure());
        phases(policy);
        later("closure.within", policy.response().within(), policy.closure().within());
        positive("neighbourMetres", policy.neighbourMetres() > 0);
        positive("searchLead", !policy.searchLead().isNegative());
        alerts(policy.alerts());
        holding(policy.holding());
        closing(policy.closing());
        weights(policy.weights());
        limits(policy.limits());
        reachable("window", policy.calendars().window(), policy.response().within());
        reachable(
                "closure.calendar",
                policy.calendars().closure(),
                policy.closure().within());
        return List.copyOf(faults);
    }

    private void hours(PolicyParts parts, NamedCalendars calendars) {
        Hours window = parts.window();
        if (window != null) window(window, calendars);
        if (parts.closure() != null) known("closure.calendar", parts.closure().calendar(), calendars);
        if (parts.response() != null && parts.response().calendar() != null)
            fault("response.calendar", "follows-the-window");
    }

    private void window(Hours window, NamedCalendars calendars) {
        known("window.calendar", window.calendar(), calendars);
        if (!window.complete()) fault("window", "calendar-or-hours");
        LocalTime opens = window.opens();
        LocalTime closes = window.closes();
        boolean untilMidnight = LocalTime.MIDNIGHT.equals(closes);
        if (opens != null && closes != null && closes.isBefore(opens) && !untilMidnight)
            fault("window.closes", "must-be-later");
    }

    private void known(String field, @Nullable String calendar, NamedCalendars calendars) {
        if (calendar != null && calendars.find(calendar).isEmpty()) fault(field, "unknown-calendar");
    }

    /** Whenever a clock starts, also before the longest holidays, it must run out within a year. */
    private void reachable(String field, WorkCalendar calendar, Duration within) {
        Stream<LocalDate> starts = Stream.concat(Stream.of(ANY_DAY), calendar.timetable().holidays().stream());
        boolean reached = starts.map(date -> date.atStartOfDay(calendar.zone()).toInstant())
                .allMatch(start -> calendar.between(start, start.plus(A_YEAR)).compareTo(within) >= 0);
        if (!reached) fault(field, "opens-too-little");
    }

    /** Whatever was written by hand may leave something out. */
    private void complete(String prefix, Record part) {
        for (RecordComponent component : part.getClass().getRecordComponents()) {
            if (component.getType() == PolicyKey.class) continue;
            present(prefix + component.getName(), component, value(part, component));
        }
    }

    private void present(String field, RecordComponent component, @Nullable Object value) {
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value == null && !optional) fault(field, "missing");
        if (value instanceof Record part) complete(field + ".", part);
        if (value instanceof Map<?, ?> map) {
            map.forEach((entry, one) -> {
                if (one == null) fault(field + "." + entry, "missing");
            });
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Record part) complete(field + "[" + i + "].", part);
                else fault(field + "[" + i + "]", "missing");
            }
        }
    }

    private static @Nullable Object value(Record part, RecordComponent component) {
        try {
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void clock(String name, ClockRules rules) {
        positive(name + ".within", rules.within());
        double last = 0;
        for (int i = 0; i < rules.warnings().size(); i++) {
            double at = rules.warnings().get(i).at();
            if (!(at > last && at < 1)) fault(name + ".warnings[" + i + "].at", "must-rise-between-0-and-1");
            last = at;
        }
    }

    private void phases(Policy policy) {
        List<Phase> phases = policy.phases();
        if (phases.isEmpty()) {
            fault("phases", "must-not-be-empty");
            return;
        }
        if (!phases.getFirst().startAfter().isZero()) fault("phases[0].startAfter", "must-be-zero");
        for (int i = 0; i < phases.size(); i++) {
            phase("phases[" + i + "]", phases.get(i), policy.response().within());
            if (i > 0)
                later(
                        "phases[" + i + "].startAfter",
                        phases.get(i - 1).startAfter(),
                        phases.get(i).startAfter());
        }
        later(
                "response.within",
                phases.getLast().startAfter(),
                policy.response().within());
    }

    private void phase(String name, Phase phase, Duration within) {
        positive(name + ".offerWait", phase.offerWait());
        if (phase.offerWait().compareTo(within) > 0) fault(name + ".offerWait", "longer-than-the-clock");
        if (phase.parallel() < 1 || phase.parallel() > MOST_PARALLEL) fault(name + ".parallel", "must-be-1-to-1000");
        Double target = phase.target();
        if (target != null && !(target > 0 && target <= 1)) fault(name + ".target", "must-be-between-0-and-1");
    }

    private void weights(Weights weights) {
        notNegative("weights.perHeld", weights.perHeld());
        notNegative("weights.perHelped", weights.perHelped());
        notNegative("weights.perStar", weights.perStar());
        notNegative("weights.sameGrid", weights.sameGrid());
    }

    private void limits(AlertLimits limits) {
        positive("limits.byDay", limits.byDay() > 0);
        notNegative("limits.byNight", limits.byNight());
    }

    private void alerts(AlertRules rules) {
        positive("alerts.unacknowledged", rules.unacknowledged());
        positive("alerts.responsePersists", rules.responsePersists());
        positive("alerts.closurePersists", rules.closurePersists());
    }

    private void holding(HoldingRules rules) {
        positive("holding.confirmReminder", rules.confirmReminder());
        later("holding.confirmWithin", rules.confirmReminder(), rules.confirmWithin());
        positive("holding.startReminder", rules.startReminder());
        later("holding.noShow", rules.startReminder(), rules.noShow());
        positive("holding.appointmentReminder", rules.appointmentReminder());
    }

    private void closing(ClosingRules rules) {
        rules.pauses().forEach((reason, cap) -> positive("closing.pauses." + reason, cap));
        positive("closing.longestExtension", rules.longestExtension());
        positive("closing.autoClose", rules.autoClose());
        positive("closing.reopenable", rules.reopenable());
        positive("closing.grantedAtReopening", rules.grantedAtReopening());
    }

    private void later(String field, Duration earlier, Duration later) {
        if (later.compareTo(earlier) <= 0) fault(field, "must-be-later");
    }

    private void positive(String field, Duration duration) {
        positive(field, duration.isPositive());
    }

    private void positive(String field, boolean positive) {
        if (!positive) fault(field, "must-be-positive");
    }

    private void notNegative(String field, int number) {
        if (number < 0) fault(field, "must-not-be-negative");
    }

    private void fault(String field, String reason) {
        faults.add(new Fault(field, reason));
    }
}
