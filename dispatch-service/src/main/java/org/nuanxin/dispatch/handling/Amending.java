package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.Objects;
import org.nuanxin.events.Appointment;
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
        if (!Objects.equals(before.appointment(), told.appointment())) reschedule(turn);
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

    /** A later appointment gives more time to close it, and to set off. */
    private static void reschedule(Turn turn) {
        Appointment appointment = turn.matter.appointment();
        Countdown clock = turn.closure.clock();
        if (appointment != null && turn.closure.pause() == null && !clock.breached()) {
            Instant due = appointment.from().plus(turn.policy().closure().within());
            if (due.isAfter(clock.dueAt())) Pausing.extend(turn, due, "APPOINTMENT_MOVED", turn.matter.resident());
        }
        Assignment assignment = turn.assignment;
        if (turn.status == Status.ASSIGNED && assignment != null && assignment.confirmedBy() != null) {
            turn.assignment = Holding.expecting(turn, assignment, assignment.confirmedBy());
        }
    }

    private static boolean isElsewhere(Matter before, Matter after) {
        return !before.placePath().equals(after.placePath())
                || !before.position().equals(after.position())
                || !Objects.equals(before.appointment(), after.appointment());
    }
}
