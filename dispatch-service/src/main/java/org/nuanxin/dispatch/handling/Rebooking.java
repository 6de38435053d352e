package org.nuanxin.dispatch.handling;

import static org.nuanxin.events.DispatchEvent.CLOCK;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.AppointmentProposalAnswered;
import org.nuanxin.events.DispatchEvent.AppointmentProposed;
import org.nuanxin.events.DispatchEvent.AppointmentReminded;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.MoveCause;
import org.nuanxin.events.RequestEvent.AppointmentProposalDenied;

/** Another appointment: the resident sets it, or the holder asks for it and the resident answers. */
final class Rebooking {
    private Rebooking() {}

    static void propose(Turn turn, Command.ProposeAppointment command) {
        require(Wishing.isHolder(turn, command.by()), Rule.NOT_THE_HOLDER);
        require(turn.matter.appointment() != null, Rule.NO_APPOINTMENT);
        require(turn.status == Status.ASSIGNED, Rule.ALREADY_UNDER_WAY);
        require(command.appointment().from().isAfter(turn.now), Rule.NOT_IN_THE_FUTURE);
        Assignment assignment = Objects.requireNonNull(turn.assignment);
        turn.wishes = turn.wishes.window(new Wishes.Window(command.appointment(), assignment.holder(), turn.now));
        turn.say((request, community, version) -> new AppointmentProposed(
                request, community, version, assignment.holder(), command.appointment(), command.by(), turn.now));
    }

    static void deny(Turn turn, AppointmentProposalDenied told) {
        if (!turn.status.isOpen()) return;
        answer(turn, false, told.by());
    }

    /** A later appointment gives more time to close it and to set off, an earlier one less. */
    static void rebook(Turn turn) {
        Appointment appointment = turn.matter.appointment();
        Wishes.Window wish = turn.wishes.window();
        if (wish != null) answer(turn, wish.appointment().equals(appointment), turn.matter.resident());
        moveClosure(turn);
        Assignment assignment = turn.assignment;
        if (turn.status == Status.ASSIGNED && assignment != null && assignment.confirmedBy() != null) {
            turn.assignment = Holding.expecting(turn, assignment, assignment.confirmedBy());
        }
    }

    static void remind(Turn turn) {
        Assignment assignment = Objects.requireNonNull(turn.assignment).remindedOfAppointment();
        turn.assignment = assignment;
        Appointment appointment = Objects.requireNonNull(turn.matter.appointment());
        turn.say((request, community, version) -> new AppointmentReminded(
                request, community, version, assignment.holder(), appointment, CLOCK, turn.now));
    }

    private static void answer(Turn turn, boolean agreed, String by) {
        Wishes.Window wish = turn.wishes.window();
        if (wish == null) return;
        turn.wishes = turn.wishes.window(null);
        turn.say((request, community, version) -> new AppointmentProposalAnswered(
                request, community, version, wish.by(), wish.appointment(), agreed, by, turn.now));
    }

    private static void moveClosure(Turn turn) {
        if (turn.closureClock().isOver(turn.now)) return;
        Instant before = turn.closureClock().dueAt();
        String by = turn.matter.resident();
        Reckoning clock = turn.enter(new Entry.Rebooked(turn.now, by, turn.matter.closureFrom(turn.now)));
        if (clock.dueAt().equals(before)) return;
        if (clock.dueAt().isAfter(before)) Alerts.end(turn, EnumSet.of(Cause.CLOSURE_WARNING));
        turn.say((request, community, version) -> new DeadlineMoved(
                request,
                community,
                version,
                Clock.CLOSURE,
                clock.round(),
                clock.dueAt(),
                MoveCause.APPOINTMENT,
                by,
                turn.now));
    }

    private static void require(boolean kept, Rule rule) {
        if (!kept) throw new RuleBroken(rule);
    }
}
