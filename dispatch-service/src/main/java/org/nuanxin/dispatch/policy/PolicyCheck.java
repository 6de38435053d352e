package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.nuanxin.dispatch.calendar.WorkCalendar;

/** Refuses a whole policy that could not be kept, saying which field and why. */
public final class PolicyCheck {
    /** More than any community has volunteers of one skill: "everybody". */
    static final int MOST_PARALLEL = 1000;

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);
    private static final Duration A_YEAR = Duration.ofDays(366);

    private static final String TOO_LITTLE = "opens-too-little";
    private static final String TOO_LONG = "longer-than-the-clock";
    private static final Fault TOO_SHORT = new Fault("response.within", "must-be-later");

    private final Faults faults = new Faults();

    private PolicyCheck() {}

    /** Why a whole policy could not be kept. */
    public static List<Fault> faults(Policy policy) {
        return new PolicyCheck().possible(policy);
    }

    private List<Fault> possible(Policy policy) {
        clock("response", policy.response());
        clock("closure", policy.closure());
        phases(policy);
        clocks(policy.response().within(), policy.closure().within());
        faults.positive("neighbourMetres", policy.neighbourMetres() > 0);
        faults.positive("searchLead", !policy.searchLead().isNegative());
        alerts(policy.alerts());
        holding(policy.holding());
        closing(policy.closing());
        weights(policy.weights());
        limits(policy.limits());
        hours(policy);
        return faults.all();
    }

    private void clocks(Duration response, Duration closure) {
        if (closure.compareTo(response) > 0) return;
        Fault other = new Fault("response.within", "longer-than-the-closure");
        faults.add(new Fault("closure.within", "must-be-later", other));
    }

    private void hours(Policy policy) {
        Calendars calendars = policy.calendars();
        if (!reachable(calendars.window(), policy.response().within()))
            faults.add(new Fault("window", TOO_LITTLE, new Fault("response.within", TOO_LITTLE)));
        if (!reachable(calendars.closure(), policy.closure().within())) faults.add("closure.calendar", TOO_LITTLE);
    }

    /** Whenever a clock starts, also before the longest holidays, it must run out within a year. */
    private static boolean reachable(WorkCalendar calendar, Duration within) {
        Stream<LocalDate> starts = Stream.concat(Stream.of(ANY_DAY), calendar.timetable().holidays().stream());
        return starts.map(date -> date.atStartOfDay(calendar.zone()).toInstant())
                .allMatch(start -> calendar.between(start, start.plus(A_YEAR)).compareTo(within) >= 0);
    }

    private void clock(String name, ClockRules rules) {
        faults.positive(name + ".within", rules.within());
        double last = 0;
        for (int i = 0; i < rules.warnings().size(); i++) {
            double at = rules.warnings().get(i).at();
            if (!(at > last && at < 1)) faults.add(name + ".warnings[" + i + "].at", "must-rise-between-0-and-1");
            last = at;
        }
    }

    private void phases(Policy policy) {
        List<Phase> phases = policy.phases();
        if (phases.isEmpty()) {
            faults.add("phases", "must-not-be-empty");
            return;
        }
        if (!phases.getFirst().startAfter().isZero()) faults.add("phases[0].startAfter", "must-be-zero");
        Duration within = policy.response().within();
        for (int i = 0; i < phases.size(); i++) phase("phases[" + i + "]", phases.get(i), within);
        for (int i = 1; i < phases.size(); i++) {
            faults.later(
                    "phases[" + i + "].startAfter",
                    phases.get(i - 1).startAfter(),
                    phases.get(i).startAfter());
        }
        if (phases.getLast().startAfter().compareTo(within) >= 0) {
            Fault phase = new Fault("phases[" + (phases.size() - 1) + "].startAfter", TOO_LONG);
            faults.add(new Fault(TOO_SHORT.field(), TOO_SHORT.reason(), phase));
        }
    }

    private void phase(String name, Phase phase, Duration within) {
        faults.positive(name + ".offerWait", phase.offerWait());
        if (phase.offerWait().compareTo(within) > 0) faults.add(new Fault(name + ".offerWait", TOO_LONG, TOO_SHORT));
        if (phase.parallel() < 1 || phase.parallel() > MOST_PARALLEL)
            faults.add(name + ".parallel", "must-be-1-to-1000");
        Double target = phase.target();
        if (target != null && !(target > 0 && target <= 1)) faults.add(name + ".target", "must-be-between-0-and-1");
    }

    private void weights(Weights weights) {
        faults.notNegative("weights.perHeld", weights.perHeld());
        faults.notNegative("weights.perHelped", weights.perHelped());
        faults.notNegative("weights.perStar", weights.perStar());
        faults.notNegative("weights.sameGrid", weights.sameGrid());
    }

    private void limits(AlertLimits limits) {
        faults.positive("limits.byDay", limits.byDay() > 0);
        faults.notNegative("limits.byNight", limits.byNight());
    }

    private void alerts(AlertRules rules) {
        faults.positive("alerts.unacknowledged", rules.unacknowledged());
        faults.positive("alerts.responsePersists", rules.responsePersists());
        faults.positive("alerts.closurePersists", rules.closurePersists());
    }

    private void holding(HoldingRules rules) {
        faults.positive("holding.confirmReminder", rules.confirmReminder());
        faults.later("holding.confirmWithin", rules.confirmReminder(), rules.confirmWithin());
        faults.positive("holding.startReminder", rules.startReminder());
        faults.later("holding.noShow", rules.startReminder(), rules.noShow());
        faults.positive("holding.appointmentReminder", rules.appointmentReminder());
    }

    private void closing(ClosingRules rules) {
        rules.pauses().forEach((reason, cap) -> faults.positive("closing.pauses." + reason, cap));
        faults.positive("closing.longestExtension", rules.longestExtension());
        faults.positive("closing.autoClose", rules.autoClose());
        faults.positive("closing.reopenable", rules.reopenable());
        faults.positive("closing.grantedAtReopening", rules.grantedAtReopening());
    }
}
