package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AlertEvent.AlertLevel;

/**
 * How long a clock runs, and who hears of it before and when it runs out.
 *
 * @param breachTells the level that is told of a breach
 * @param calendar in whose hours the closure clock runs, null for around the clock; the response clock's are those of the
 *     window
 */
public record ClockRules(
        Duration within,
        List<Warning> warnings,
        AlertLevel breachTells,
        @Nullable String calendar) {

    /**
     * @param at the fraction of the time that has then gone
     * @param tells the level that is told
     */
    public record Warning(double at, AlertLevel tells) {
        public Duration of(Duration whole) {
            return Duration.ofMillis(Math.round(whole.toMillis() * at));
        }
    }

    public ClockRules(Duration within, List<Warning> warnings, AlertLevel breachTells) {
        this(within, warnings, breachTells, null);
    }

    ClockRules dividedBy(int scale) {
        return new ClockRules(within.dividedBy(scale), warnings, breachTells, calendar);
    }
}
