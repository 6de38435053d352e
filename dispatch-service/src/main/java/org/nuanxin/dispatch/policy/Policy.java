package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.util.List;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.events.Clock;

/**
 * How requests of a kind and place are handled.
 *
 * @param response per search, in hours of the window
 * @param closure from submission to completion, in hours of its calendar
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
        Calendars calendars,
        Duration searchLead,
        int neighbourMetres,
        AlertRules alerts,
        HoldingRules holding,
        ClosingRules closing,
        Weights weights,
        AlertLimits limits) {

    public ClockRules rules(Clock clock) {
        return switch (clock) {
            case RESPONSE -> response;
            case CLOSURE -> closure;
        };
    }

    /** The hours in which a clock runs. */
    public WorkCalendar hours(Clock clock) {
        return switch (clock) {
            case RESPONSE -> calendars.window();
            case CLOSURE -> calendars.closure();
        };
    }

    /** The hours in which people may be rung. */
    public WorkCalendar window() {
        return calendars.window();
    }

    /** The same at a time scale: every duration so many times shorter. */
    public Policy dividedBy(int scale) {
        if (scale == 1) return this;
        return new Policy(
                key,
                response.dividedBy(scale),
                closure.dividedBy(scale),
                phases.stream().map(phase -> phase.dividedBy(scale)).toList(),
                calendars.withoutBuiltInNights(),
                searchLead.dividedBy(scale),
                neighbourMetres,
                alerts.dividedBy(scale),
                holding.dividedBy(scale),
                closing.dividedBy(scale),
                weights,
                limits.times(scale));
    }
}
