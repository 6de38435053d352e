package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.util.List;
import org.nuanxin.events.Clock;

/**
 * How requests of a kind and place are handled.
 *
 * @param response per search, in hours of the window
 * @param closure from submission to completion, around the clock
 * @param searchLead how long before an appointment its search begins
 * @param weights what makes one volunteer better than another
 * @param limits how often one person is asked
 * @param neighbourMetres how far {@link Reach#NEIGHBOURS} reaches
 */
public record Policy(
        PolicyKey key,
        ClockRules response,
        ClockRules closure,
        List<Phase> phases,
        DayWindow window,
        Duration searchLead,
        int neighbourMetres,
        AlertRules alerts,
        HoldingRules holding,
        ClosingRules closing,
        Weights weights,
        AlertLimits limits) {

    /** A policy that was set before there were weights and limits goes by the usual ones. */
    public Policy {
        if (weights == null) weights = Weights.USUAL;
        if (limits == null) limits = AlertLimits.USUAL;
    }

    public ClockRules rules(Clock clock) {
        return switch (clock) {
            case RESPONSE -> response;
            case CLOSURE -> closure;
        };
    }

    /** The hours in which a clock runs. */
    public DayWindow hours(Clock clock) {
        return switch (clock) {
            case RESPONSE -> window;
            case CLOSURE -> DayWindow.ALWAYS;
        };
    }

    /** The same at a time scale: every duration so many times shorter. */
    public Policy dividedBy(int scale) {
        if (scale == 1) return this;
        return new Policy(
                key,
                response.dividedBy(scale),
                closure.dividedBy(scale),
                phases.stream().map(phase -> phase.dividedBy(scale)).toList(),
                window,
                searchLead.dividedBy(scale),
                neighbourMetres,
                alerts.dividedBy(scale),
                holding.dividedBy(scale),
                closing.dividedBy(scale),
                weights,
                limits.times(scale));
    }

    public Policy with(PolicyKey other) {
        return new Policy(
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

    public Policy with(DayWindow hours) {
        return new Policy(
                key,
                response,
                closure,
                phases,
                hours,
                searchLead,
                neighbourMetres,
                alerts,
                holding,
                closing,
                weights,
                limits);
    }
}
