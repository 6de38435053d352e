package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.TimerKey.Kind;

/** The timers a handling must have: they follow from its state, so none can be forgotten and none outlives its reason. */
final class Deadlines {
    private final Handling handling;
    private final Policies policies;
    private final Map<TimerKey, Instant> timers = new HashMap<>();

    private Deadlines(Handling handling, Policies policies) {
        this.handling = handling;
        this.policies = policies;
    }

    static Map<TimerKey, Instant> of(Handling handling, Policies policies) {
        Deadlines deadlines = new Deadlines(handling, policies);
        if (handling.status().isOpen()) deadlines.whileOpen();
        if (handling.status() == Status.COMPLETED) deadlines.afterCompletion();
        return Map.copyOf(deadlines.timers);
    }

    private void whileOpen() {
        search();
        if (handling.search().isUnanswered()) {
            handling.responseClock(policies)
                    .ifPresent(clock -> clock(clock, Kind.RESPONSE_WARNING, Kind.RESPONSE_BREACH));
        }
        closure();
        holder();
        handling.alerts().forEach(alert -> at(TimerKey.of(Kind.ALERT, alert.id()), alert.nextAt()));
    }

    private void search() {
        Search search = handling.search();
        if (handling.status() == Status.WAITING) at(TimerKey.of(Kind.SEARCH_START), search.startsAt());
        if (!handling.status().isLooking()) return;
        at(TimerKey.of(Kind.PHASE), search.nextPhaseAt());
        at(TimerKey.of(Kind.ASK), search.askAt());
        handling.offers().stream()
                .filter(Offer::isOpen)
                .forEach(offer -> at(TimerKey.of(Kind.OFFER_WAIT, offer.id()), offer.waitUntil()));
    }

    private void closure() {
        Reckoning clock = handling.closureClock(policies);
        if (clock.pause() == null) clock(clock, Kind.CLOSURE_WARNING, Kind.CLOSURE_BREACH);
        else at(TimerKey.of(Kind.PAUSE_END), clock.pause().until());
    }

    private void clock(Reckoning clock, Kind warning, Kind breach) {
        if (clock.isBreached()) return;
        clock.warnings().forEach((stage, due) -> at(TimerKey.of(warning, stage), due));
        at(TimerKey.of(breach), clock.dueAt());
    }

    private void holder() {
        Assignment assignment = handling.assignment();
        if (assignment == null) return;
        boolean confirmed = assignment.isConfirmed();
        at(TimerKey.of(confirmed ? Kind.START_REMINDER : Kind.CONFIRM_REMINDER), assignment.remindAt());
        at(TimerKey.of(confirmed ? Kind.NO_SHOW : Kind.CONFIRM_END), assignment.overAt());
        at(TimerKey.of(Kind.APPOINTMENT_REMINDER), assignment.appointmentReminderAt());
    }

    private void afterCompletion() {
        Completion completion = handling.completion();
        if (completion != null) at(TimerKey.of(Kind.AUTO_CLOSE), completion.closesAt());
    }

    private void at(TimerKey key, @Nullable Instant due) {
        if (due != null) timers.put(key, due);
    }
}
