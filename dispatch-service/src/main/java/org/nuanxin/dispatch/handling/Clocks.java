package org.nuanxin.dispatch.handling;

import static org.nuanxin.events.DispatchEvent.CLOCK;

import java.util.EnumSet;
import java.util.Set;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.ClockWarned;
import org.nuanxin.events.DispatchEvent.DeskCause;

/** What happens when a clock is about to run out, and when it has. Each once a round. */
final class Clocks {
    private static final Set<Cause> BEFORE_THE_BREACH =
            EnumSet.of(Cause.RESPONSE_WARNING, Cause.WIDENED, Cause.DESK_MATTER);

    private Clocks() {}

    static void warnOfResponse(Turn turn) {
        Countdown clock = turn.search.clock().warnedOnce();
        turn.search = turn.search.with(clock);
        warn(turn, Clock.RESPONSE, clock, Cause.RESPONSE_WARNING);
    }

    static void warnOfClosure(Turn turn) {
        Countdown clock = turn.closure.clock().warnedOnce();
        turn.closure = turn.closure.with(clock);
        warn(turn, Clock.CLOSURE, clock, Cause.CLOSURE_WARNING);
    }

    /** The engine's own search has failed: the duty desk takes over, but whoever was asked may still accept. */
    static void breachResponse(Turn turn) {
        Countdown clock = turn.search.clock().ranOut();
        turn.search = turn.search.with(clock);
        breach(turn, Clock.RESPONSE, clock);
        if (turn.status == Status.SEARCHING) {
            Searches.toDesk(
                    turn, DeskCause.RESPONSE_BREACHED, turn.policy().alerts().desk());
        }
        Alerts.end(turn, BEFORE_THE_BREACH);
        Alerts.raise(turn, Cause.RESPONSE_BREACH, turn.policy().response().breachTells());
    }

    static void breachClosure(Turn turn) {
        Countdown clock = turn.closure.clock().ranOut();
        turn.closure = turn.closure.with(clock);
        breach(turn, Clock.CLOSURE, clock);
        Alerts.end(turn, EnumSet.of(Cause.CLOSURE_WARNING));
        Alerts.raise(turn, Cause.CLOSURE_BREACH, turn.policy().closure().breachTells());
    }

    private static void warn(Turn turn, Clock which, Countdown clock, Cause cause) {
        int stage = clock.warned();
        turn.say((request, community, version) -> new ClockWarned(
                request, community, version, which, clock.round(), stage, clock.dueAt(), CLOCK, turn.now));
        Alerts.raise(turn, cause, clock.warnings().get(stage - 1).tells());
    }

    private static void breach(Turn turn, Clock which, Countdown clock) {
        turn.say((request, community, version) ->
                new ClockBreached(request, community, version, which, clock.round(), clock.dueAt(), CLOCK, turn.now));
    }
}
