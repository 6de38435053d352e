package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;

/** What one scope has set: each part by itself, null where it holds what a wider scope says. */
public record PolicyParts(
        @Nullable PolicyKey key,
        @Nullable ClockRules response,
        @Nullable ClockRules closure,
        @Nullable List<Phase> phases,
        @Nullable Hours window,
        @Nullable Duration searchLead,
        @Nullable Integer neighbourMetres,
        @Nullable AlertRules alerts,
        @Nullable HoldingRules holding,
        @Nullable ClosingRules closing,
        @Nullable Weights weights,
        @Nullable AlertLimits limits) {

    public PolicyParts with(PolicyKey other) {
        return new PolicyParts(
                other,
                response,
                closure,
                phases,
                window,
                searchLead,
                neighbourMetres,
                alerts,
                holding,
                closing,
                weights,
                limits);
    }

    /** Each part as it is here, else as the wider scope has it. */
    PolicyParts over(PolicyParts wider) {
        return new PolicyParts(
                key,
                first(response, wider.response),
                first(closure, wider.closure),
                first(phases, wider.phases),
                first(window, wider.window),
                first(searchLead, wider.searchLead),
                first(neighbourMetres, wider.neighbourMetres),
                first(alerts, wider.alerts),
                first(holding, wider.holding),
                first(closing, wider.closing),
                first(weights, wider.weights),
                first(limits, wider.limits));
    }

    /** What is set here, by its name. */
    public Map<String, Object> set() {
        Map<String, Object> set = new LinkedHashMap<>();
        put(set, "response", response);
        put(set, "closure", closure);
        put(set, "phases", phases);
        put(set, "window", window);
        put(set, "searchLead", searchLead);
        put(set, "neighbourMetres", neighbourMetres);
        put(set, "alerts", alerts);
        put(set, "holding", holding);
        put(set, "closing", closing);
        put(set, "weights", weights);
        put(set, "limits", limits);
        return set;
    }

    /** The policy that these are, which set every part. */
    Policy whole(PolicyKey of, Calendars calendars) {
        return new Policy(
                of,
                Objects.requireNonNull(response),
                Objects.requireNonNull(closure),
                Objects.requireNonNull(phases),
                calendars,
                Objects.requireNonNull(searchLead),
                Objects.requireNonNull(neighbourMetres),
                Objects.requireNonNull(alerts),
                Objects.requireNonNull(holding),
                Objects.requireNonNull(closing),
                Objects.requireNonNull(weights),
                Objects.requireNonNull(limits));
    }

    Calendars calendars(NamedCalendars named) {
        String code = closure == null ? null : closure.calendar();
        return new Calendars(
                window == null ? BuiltInCalendars.ALWAYS : window.in(named),
                code == null ? BuiltInCalendars.ALWAYS : named.get(code));
    }

    private static void put(Map<String, Object> set, String part, @Nullable Object value) {
        if (value != null) set.put(part, value);
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T wider) {
        return own == null ? wider : own;
    }
}
