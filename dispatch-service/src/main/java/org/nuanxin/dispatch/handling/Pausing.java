package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.dispatch.policy.ClosingRules;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.ClosureResumed;

/** Letting the closure clock stand still (挂起), and giving it more time (延期). One that has run out gets neither. */
final class Pausing {
    private Pausing() {}

    static void pause(Turn turn, Command.Pause command) {
        require(turn.closure.pause() == null, Rule.ALREADY_PAUSED);
        require(!turn.closure.clock().breached(), Rule.CLOSURE_BREACHED);
        require(command.until().isAfter(turn.now), Rule.NOT_IN_THE_FUTURE);
        Duration cap = turn.policy().closing().pauses().get(command.reason());
        if (cap == null) throw new RuleBroken(Rule.PAUSE_REASON_NOT_LISTED);
        Duration whole = turn.closure.paused().plus(Duration.between(turn.now, command.until()));
        require(whole.compareTo(cap) <= 0, Rule.PAUSE_TOO_LONG);
        turn.closure = turn.closure.pausedFor(command.reason(), turn.now, command.until());
        turn.say((request, community, version) -> new ClosurePaused(
                request, community, version, command.reason(), command.until(), command.by(), turn.now));
        Alerts.end(turn, EnumSet.of(Cause.CLOSURE_WARNING));
    }

    static void resumeByHand(Turn turn, Command.Resume command) {
        require(turn.closure.pause() != null, Rule.NOT_PAUSED);
        resume(turn, command.by());
    }

    static void resume(Turn turn, String by) {
        turn.closure = turn.closure.resumed(turn.now);
        Instant due = turn.closure.clock().dueAt();
        turn.say((request, community, version) -> new ClosureResumed(request, community, version, due, by, turn.now));
    }

    static void extend(Turn turn, Command.Extend command) {
        Countdown clock = turn.closure.clock();
        ClosingRules rules = turn.policy().closing();
        require(turn.closure.pause() == null, Rule.CLOSURE_PAUSED);
        require(!clock.breached(), Rule.CLOSURE_BREACHED);
        require(command.until().isAfter(clock.dueAt()), Rule.EXTENSION_NOT_LATER);
        require(!command.until().isAfter(clock.dueAt().plus(rules.longestExtension())), Rule.EXTENSION_TOO_LONG);
        extend(turn, command.until(), command.reason(), command.by());
    }

    static void extend(Turn turn, Instant until, String reason, String by) {
        turn.closure = turn.closure.extended(turn.now, until, reason, turn.policy());
        turn.say(
                (request, community, version) -> new ClosureExtended(request, community, version, until, by, turn.now));
        Alerts.end(turn, EnumSet.of(Cause.CLOSURE_WARNING));
    }

    private static void require(boolean kept, Rule rule) {
        if (!kept) throw new RuleBroken(rule);
    }
}
