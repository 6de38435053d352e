package org.nuanxin.feedback.matter;

import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent;

/** Where a matter stands, as coarsely as feedback needs it. */
enum MatterStatus {
    OPEN,
    COMPLETED,
    CLOSED,
    WITHDRAWN,
    REFERRED,
    DECLINED;

    /** The status an event leads to; null where it says nothing about it. */
    static @Nullable MatterStatus after(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.SearchPlanned _,
                    DispatchEvent.SearchStarted _,
                    DispatchEvent.SearchHandedToDesk _,
                    DispatchEvent.RequestAssigned _,
                    DispatchEvent.AssignmentConfirmed _,
                    DispatchEvent.HelperSetOff _,
                    DispatchEvent.HelperArrived _ -> OPEN;
            case DispatchEvent.RequestCompleted _ -> COMPLETED;
            case DispatchEvent.RequestClosed _ -> CLOSED;
            case DispatchEvent.RequestCalledOff _ -> WITHDRAWN;
            case DispatchEvent.RequestReferred _ -> REFERRED;
            case DispatchEvent.RequestDeclined _ -> DECLINED;
            case DispatchEvent.OfferMade _,
                    DispatchEvent.OfferLapsed _,
                    DispatchEvent.OfferWithdrawn _,
                    DispatchEvent.OfferRefusalNoted _,
                    DispatchEvent.AcceptanceRejected _,
                    DispatchEvent.AssignmentReleased _,
                    DispatchEvent.ReportRejected _,
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
        };
    }

    boolean isDone() {
        return this == COMPLETED || this == CLOSED;
    }
}
