package org.nuanxin.dispatch.handling;

import java.util.Objects;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.PriorityChanged;
import org.nuanxin.events.RequestEvent.RequestAmended;

/** What changes when the resident puts the matter right, or a supervisor its urgency. */
final class Amending {
    private Amending() {}

    static void amend(Turn turn, RequestAmended told) {
        if (!turn.status.isOpen() || told.version() <= turn.matter.version()) return;
        Matter before = turn.matter;
        turn.matter = before.amended(told);
        if (!Objects.equals(before.appointment(), told.appointment())) Rebooking.rebook(turn);
        if (turn.status == Status.WAITING) Searches.replan(turn);
        else if (turn.status == Status.SEARCHING && isElsewhere(before, turn.matter)) {
            Asking.withdrawAll(turn, OfferEnd.REQUEST_AMENDED);
            Asking.ask(turn);
        }
    }

    static void prioritise(Turn turn, Command.Prioritise command) {
        if (turn.matter.urgency() == command.urgency()) return;
        turn.matter = turn.matter.with(command.urgency());
        turn.say((request, community, version) ->
                new PriorityChanged(request, community, version, command.urgency(), command.by(), turn.now));
        if (turn.status == Status.WAITING) Searches.replan(turn);
    }

    private static boolean isElsewhere(Matter before, Matter after) {
        return !before.placePath().equals(after.placePath())
                || !before.position().equals(after.position())
                || !Objects.equals(before.appointment(), after.appointment());
    }
}
