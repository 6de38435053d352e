package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.dispatch.policy.Calendars;
import org.nuanxin.dispatch.policy.ClockRules;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.Clock;
import org.nuanxin.events.Urgency;

/** A closure clock as the city would have set it. */
final class CityClock {
    private static final Policy USUAL = DefaultPolicies.of(Urgency.ORDINARY);

    private CityClock() {}

    static Reckoning started(Instant at, Duration within, WorkCalendar hours) {
        Policy promise = new Policy(
                USUAL.key(),
                USUAL.response(),
                new ClockRules(
                        within, USUAL.closure().warnings(), USUAL.closure().breachTells()),
                USUAL.phases(),
                new Calendars(BuiltInCalendars.ALWAYS, hours),
                USUAL.searchLead(),
                USUAL.neighbourMetres(),
                USUAL.alerts(),
                USUAL.holding(),
                USUAL.closing(),
                USUAL.weights(),
                USUAL.limits());
        Ledger ledger = Ledger.of(new Entry.Started(at, "city", promise.key(), at));
        return Reckoning.of(Clock.CLOSURE, 1, ledger, key -> promise);
    }
}
