package org.nuanxin.dispatch.handling;

import java.util.UUID;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.Holder;

/** Giving a request to somebody by hand (指派), or taking it oneself (自办). */
final class HandAssigning {
    private HandAssigning() {}

    static void assign(Turn turn, Command.Assign command) {
        Assignment current = turn.assignment;
        if (current != null && current.isHeldBy(command.holder())) {
            ConfirmedBy yes = command.yes();
            if (yes != null && !current.isConfirmed()) Holding.confirm(turn, yes, command.by());
            return;
        }
        check(turn, command.holder());
        if (current != null) Holding.letGo(turn, ReleaseCause.REASSIGNED, command.by());
        if (!turn.search.isUnanswered()) Searches.beginByHand(turn);
        Holding.assign(turn, command.holder(), null, !command.isOwnTaking(), command.yes(), command.by());
    }

    private static void check(Turn turn, Holder holder) {
        if (holder.kind() == Holder.Kind.STAFF) {
            if (!Holding.canHold(turn, holder)) throw new RuleBroken(Rule.NOT_STAFF_HERE);
            return;
        }
        Helper helper = turn.surroundings
                .helper(UUID.fromString(holder.id()))
                .filter(known -> Holding.isFit(turn, known))
                .orElseThrow(() -> new RuleBroken(Rule.NOT_ELIGIBLE));
        if (!helper.hasRoom()) throw new RuleBroken(Rule.NO_CAPACITY_LEFT);
    }
}
