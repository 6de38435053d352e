package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.dispatch.policy.Phase;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.MoveCause;

/** Running rounds take the newest policy (改用新规则), for a reason. A round that has run out keeps what it broke. */
final class Rebasing {
    private Rebasing() {}

    static void rebase(Turn turn, Command.Rebase command) {
        Policy newest = turn.surroundings.policyFor(turn.matter);
        boolean search = search(turn, newest, command);
        boolean closure = closure(turn, newest, command);
        if (!search && !closure) throw new RuleBroken(Rule.NOTHING_TO_REBASE);
    }

    private static boolean search(Turn turn, Policy newest, Command.Rebase command) {
        if (turn.search.policy().equals(newest.key())) return false;
        turn.search = turn.search.under(newest.key());
        if (turn.search.isUnanswered()) response(turn, newest, command);
        if (turn.status == Status.WAITING) Searches.replan(turn);
        if (turn.status == Status.SEARCHING) Asking.enter(turn, phase(turn, newest));
        return true;
    }

    private static void response(Turn turn, Policy newest, Command.Rebase command) {
        Reckoning clock = turn.responseClock();
        if (clock.isOver(turn.now)) return;
        turn.search = turn.search.noting(entry(turn, clock, newest, command));
        moved(turn, Clock.RESPONSE, turn.responseClock(), Cause.RESPONSE_WARNING, command.by());
    }

    private static boolean closure(Turn turn, Policy newest, Command.Rebase command) {
        Reckoning clock = turn.closureClock();
        if (clock.isOver(turn.now) || clock.policy().key().equals(newest.key())) return false;
        Reckoning moved = turn.enter(entry(turn, clock, newest, command));
        moved(turn, Clock.CLOSURE, moved, Cause.CLOSURE_WARNING, command.by());
        return true;
    }

    private static Entry entry(Turn turn, Reckoning clock, Policy newest, Command.Rebase command) {
        return new Entry.Rebased(
                turn.now, command.by(), command.reason(), clock.policy().key(), newest.key());
    }

    private static void moved(Turn turn, Clock which, Reckoning clock, Cause warning, String by) {
        if (!clock.isWarned()) Alerts.end(turn, EnumSet.of(warning));
        turn.say((request, community, version) -> new DeadlineMoved(
                request, community, version, which, clock.round(), clock.dueAt(), MoveCause.REBASED, by, turn.now));
    }

    /** The phase in which the search would now be, had it gone by this policy all along. */
    private static int phase(Turn turn, Policy newest) {
        Instant from = turn.search.startsAt();
        List<Phase> phases = newest.phases();
        int index = 0;
        while (index + 1 < phases.size()
                && !newest.window()
                        .plus(from, phases.get(index + 1).startAfter())
                        .isAfter(turn.now)) index++;
        return index;
    }
}
