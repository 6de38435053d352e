package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.ClosureResumed;
import org.nuanxin.events.DispatchEvent.PauseReason;

/** Letting the closure clock stand still (挂起), and giving it more time (延期). One that has run out gets neither. */
final class Pausing {
    private Pausing() {}

    static void pause(Turn turn, Command.Pause command) {
        check(turn, command.reason(), command.until());
        turn.enter(new Entry.Paused(turn.now, command.by(), command.reason(), command.until()));
        turn.wishes = turn.wishes.pause(null);
        turn.say((request, community, version) -> new ClosurePaused(
                request, community, version, command.reason(), command.until(), command.by(), turn.now));
        Alerts.end(turn, EnumSet.of(Cause.CLOSURE_WARNING, Cause.PAUSE_ASKED));
    }

    /** Whether it may stand still for that reason, to that end, and no longer than the policy's cap altogether. */
    static void check(Turn turn, PauseReason reason, Instant until) {
        Reckoning clock = turn.closureClock();
        require(clock.pause() == null, Rule.ALREADY_PAUSED);
        require(!clock.isOver(turn.now), Rule.CLOSURE_BREACHED);
        require(until.isAfter(turn.now), Rule.NOT_IN_THE_FUTURE);
        Duration cap = clock.policy().closing().pauses().get(reason);
        if (cap == null) throw new RuleBroken(Rule.PAUSE_REASON_NOT_LISTED);
        Duration whole = clock.paused().plus(Duration.between(turn.now, until));
        require(whole.compareTo(cap) <= 0, Rule.PAUSE_TOO_LONG);
    }

    static void resumeByHand(Turn turn, Command.Resume command) {
        require(turn.closureClock().pause() != null, Rule.NOT_PAUSED);
        resume(turn, command.by());
    }

    /** A pause ends when it was to end, also where something else is noticed before that. */
    static void endIfOver(Turn turn) {
        Entry.Paused pause = turn.closureClock().pause();
        if (pause != null && !pause.until().isAfter(turn.now)) resume(turn, DispatchEvent.CLOCK);
    }

    static void resume(Turn turn, String by) {
        Entry.Paused pause = turn.closureClock().pause();
        if (pause == null) return;
        Instant end = turn.now.isBefore(pause.until()) ? turn.now : pause.until();
        Instant due = turn.enter(new Entry.Resumed(end, by)).dueAt();
        turn.say((request, community, version) -> new ClosureResumed(request, community, version, due, by, turn.now));
    }

    static void extend(Turn turn, Command.Extend command) {
        check(turn, command.until());
        Reckoning clock = turn.enter(new Entry.Extended(turn.now, command.by(), command.reason(), command.until()));
        turn.wishes = turn.wishes.extension(null);
        turn.say((request, community, version) ->
                new ClosureExtended(request, community, version, clock.dueAt(), command.by(), turn.now));
        Alerts.end(turn, EnumSet.of(Cause.CLOSURE_WARNING, Cause.EXTENSION_ASKED));
    }

    /** Whether it may run to that end. */
    static void check(Turn turn, Instant until) {
        Reckoning clock = turn.closureClock();
        require(clock.pause() == null, Rule.CLOSURE_PAUSED);
        require(!clock.isOver(turn.now), Rule.CLOSURE_BREACHED);
        require(until.isAfter(clock.dueAt()), Rule.EXTENSION_NOT_LATER);
        Instant latest = clock.dueAt().plus(clock.policy().closing().longestExtension());
        require(!until.isAfter(latest), Rule.EXTENSION_TOO_LONG);
    }

    private static void require(boolean kept, Rule rule) {
        if (!kept) throw new RuleBroken(rule);
    }
}
