package org.nuanxin.volunteer.assignment;

import static org.nuanxin.volunteer.assignment.AssignmentStatus.ASSIGNED;
import static org.nuanxin.volunteer.assignment.AssignmentStatus.COMPLETED;
import static org.nuanxin.volunteer.assignment.AssignmentStatus.IN_PROGRESS;
import static org.nuanxin.volunteer.assignment.AssignmentStatus.ON_THE_WAY;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.HelperArrived;
import org.nuanxin.events.DispatchEvent.HelperSetOff;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.Holder;

/** What events of dispatch say about a holder's assignment, and about the end of a request as a whole. */
final class AssignmentWord {
    private AssignmentWord() {}

    static Optional<Assignment> in(DispatchEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case RequestAssigned e -> word(e, e.holder(), ASSIGNED, e.confirmedBy() != null);
                    case AssignmentConfirmed e -> word(e, e.holder(), ASSIGNED, true);
                    case HelperSetOff e -> word(e, e.holder(), ON_THE_WAY, true);
                    case HelperArrived e -> word(e, e.holder(), IN_PROGRESS, true);
                    case RequestCompleted e -> word(e, e.holder(), COMPLETED, true);
                    case AssignmentReleased e -> word(e, e.holder(), status(e.cause()), true);
                    case DispatchEvent.SearchPlanned _,
                            DispatchEvent.SearchStarted _,
                            DispatchEvent.SearchHandedToDesk _,
                            DispatchEvent.OfferMade _,
                            DispatchEvent.OfferLapsed _,
                            DispatchEvent.OfferWithdrawn _,
                            DispatchEvent.OfferRefusalNoted _,
                            DispatchEvent.AcceptanceRejected _,
                            DispatchEvent.ReportRejected _,
                            DispatchEvent.RequestClosed _,
                            DispatchEvent.RequestCalledOff _,
                            DispatchEvent.RequestReferred _,
                            DispatchEvent.RequestDeclined _,
                            DispatchEvent.ClosurePaused _,
                            DispatchEvent.ClosureResumed _,
                            DispatchEvent.ClosureExtended _,
                            DispatchEvent.PauseAsked _,
                            DispatchEvent.PauseDenied _,
                            DispatchEvent.ExtensionAsked _,
                            DispatchEvent.ExtensionDenied _,
                            DispatchEvent.DeadlineMoved _,
                            DispatchEvent.AppointmentProposed _,
                            DispatchEvent.AppointmentProposalAnswered _,
                            DispatchEvent.AppointmentReminded _,
                            DispatchEvent.PriorityChanged _,
                            DispatchEvent.ClockWarned _,
                            DispatchEvent.ClockBreached _ -> null;
                });
    }

    /** Whom an event is told that changes nothing about the assignment. */
    static Optional<Holder> toldOnly(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.ReportRejected rejected -> Optional.of(rejected.holder());
            case DispatchEvent.AppointmentReminded reminded -> Optional.of(reminded.holder());
            case DispatchEvent.AppointmentProposalAnswered answered -> Optional.of(answered.holder());
            default -> Optional.empty();
        };
    }

    /** An end of the request, and what was done to its closure clock or answered about it. */
    static boolean concernsWhoeverHolds(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.ClosurePaused _,
                    DispatchEvent.ClosureResumed _,
                    DispatchEvent.ClosureExtended _,
                    DispatchEvent.PauseDenied _,
                    DispatchEvent.ExtensionDenied _,
                    DispatchEvent.DeadlineMoved _ -> true;
            default -> end(event) != null;
        };
    }

    /** Null where the event does not end the request. */
    static @Nullable AssignmentStatus end(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.RequestClosed _ -> AssignmentStatus.CLOSED;
            case DispatchEvent.RequestCalledOff _ -> AssignmentStatus.WITHDRAWN;
            case DispatchEvent.RequestReferred _ -> AssignmentStatus.REFERRED;
            case DispatchEvent.RequestDeclined _ -> AssignmentStatus.DECLINED;
            default -> null;
        };
    }

    private static Assignment word(DispatchEvent event, Holder holder, AssignmentStatus status, boolean confirmed) {
        return new Assignment(
                event.requestId(), event.community(), holder, event.version(), status, confirmed, event.at());
    }

    private static AssignmentStatus status(ReleaseCause cause) {
        return switch (cause) {
            case GIVEN_BACK, NO_SHOW, REASSIGNED -> AssignmentStatus.RELEASED;
            case WITHDRAWN -> AssignmentStatus.WITHDRAWN;
            case REFERRED -> AssignmentStatus.REFERRED;
            case DECLINED -> AssignmentStatus.DECLINED;
        };
    }
}
