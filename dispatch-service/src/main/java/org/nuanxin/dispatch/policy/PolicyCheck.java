package org.nuanxin.dispatch.policy;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses a policy that could not be kept, saying which field and why. */
public final class PolicyCheck {
    /** More than any community has volunteers of one skill: "everybody". */
    static final int MOST_PARALLEL = 1000;

    private final List<Fault> faults = new ArrayList<>();

    private PolicyCheck() {}

    /**
     * @param field as in the JSON, such as {@code phases[1].offerWait}
     * @param reason a code, such as {@code must-be-later}
     */
    public record Fault(String field, String reason) {}

    public static List<Fault> faults(Policy policy) {
        PolicyCheck check = new PolicyCheck();
        check.complete("", policy);
        return check.faults.isEmpty() ? check.possible(policy) : List.copyOf(check.faults);
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
        window(policy.window());
        weights(policy.weights());
        limits(policy.limits());
        return List.copyOf(faults);
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
            phase("phases[" + i + "]", phases.get(i));
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

    private void phase(String name, Phase phase) {
        positive(name + ".offerWait", phase.offerWait());
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

    private void window(DayWindow window) {
        if (window.closes().isBefore(window.opens())) fault("window.closes", "must-be-later");
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
