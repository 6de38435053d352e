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

    static void warnOfResponse(Turn turn, int stage) {
        turn.search = turn.search.noting(new Entry.Warned(turn.now, stage));
        warn(turn, Clock.RESPONSE, turn.responseClock(), stage, Cause.RESPONSE_WARNING);
    }

    static void warnOfClosure(Turn turn, int stage) {
        Reckoning clock = turn.enter(new Entry.Warned(turn.now, stage));
        warn(turn, Clock.CLOSURE, clock, stage, Cause.CLOSURE_WARNING);
    }

    /** The engine's own search has failed: the duty desk takes over, but whoever was asked may still accept. */
    static void breachResponse(Turn turn) {
        turn.search = turn.search.noting(new Entry.Breached(turn.now));
        Reckoning clock = turn.responseClock();
        breach(turn, Clock.RESPONSE, clock);
        if (turn.status == Status.SEARCHING) {
            Searches.toDesk(
                    turn, DeskCause.RESPONSE_BREACHED, turn.policy().alerts().desk());
        }
        Alerts.end(turn, BEFORE_THE_BREACH);
        Alerts.raise(turn, Cause.RESPONSE_BREACH, clock.policy().response().breachTells());
    }

    /** What was asked of a clock that has now run out can no longer be granted. */
    static void breachClosure(Turn turn) {
        Reckoning clock = turn.enter(new Entry.Breached(turn.now));
        breach(turn, Clock.CLOSURE, clock);
        Wishing.drop(turn);
        Alerts.end(turn, EnumSet.of(Cause.CLOSURE_WARNING));
        Alerts.raise(turn, Cause.CLOSURE_BREACH, clock.policy().closure().breachTells());
    }

    private static void warn(Turn turn, Clock which, Reckoning clock, int stage, Cause cause) {
        turn.say((request, community, version) -> new ClockWarned(
                request, community, version, which, clock.round(), stage, clock.dueAt(), CLOCK, turn.now));
        Alerts.raise(turn, cause, clock.warning(stage).tells());
    }

    private static void breach(Turn turn, Clock which, Reckoning clock) {
        turn.say((request, community, version) ->
                new ClockBreached(request, community, version, which, clock.round(), clock.dueAt(), CLOCK, turn.now));
    }
}
