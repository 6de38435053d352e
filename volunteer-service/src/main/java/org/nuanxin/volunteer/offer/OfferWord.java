package org.nuanxin.volunteer.offer;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.AcceptanceRejected;
import org.nuanxin.events.DispatchEvent.OfferLapsed;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.OfferRefusalNoted;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.RejectionReason;
import org.nuanxin.events.DispatchEvent.RequestAssigned;

/** What an event of dispatch says about an offer. */
record OfferWord(
        UUID offerId,
        long version,
        OfferStatus status,
        @Nullable String reason) {

    static Optional<OfferWord> in(DispatchEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case OfferMade made -> new OfferWord(made.offerId(), made.version(), OfferStatus.OPEN, null);
                    case OfferLapsed lapsed ->
                        new OfferWord(lapsed.offerId(), lapsed.version(), OfferStatus.LAPSED, null);
                    case OfferRefusalNoted noted ->
                        new OfferWord(noted.offerId(), noted.version(), OfferStatus.REFUSED, null);
                    case OfferWithdrawn withdrawn -> withdrawn(withdrawn);
                    case AcceptanceRejected rejected -> rejected(rejected);
                    case RequestAssigned assigned -> assigned(assigned);
                    case DispatchEvent.SearchPlanned _,
                            DispatchEvent.SearchStarted _,
                            DispatchEvent.SearchHandedToDesk _,
                            DispatchEvent.AssignmentConfirmed _,
                            DispatchEvent.HelperSetOff _,
                            DispatchEvent.HelperArrived _,
                            DispatchEvent.ReportRejected _,
                            DispatchEvent.AssignmentReleased _,
                            DispatchEvent.RequestCompleted _,
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

    private static OfferWord withdrawn(OfferWithdrawn event) {
        return new OfferWord(
                event.offerId(),
                event.version(),
                OfferStatus.WITHDRAWN,
                event.reason().name());
    }

    /** Somebody else's acceptance of an offer says nothing about the offer. */
    private static @Nullable OfferWord rejected(AcceptanceRejected event) {
        return event.reason() == RejectionReason.NOT_YOURS
                ? null
                : new OfferWord(
                        event.offerId(),
                        event.version(),
                        OfferStatus.WITHDRAWN,
                        event.reason().name());
    }

    private static @Nullable OfferWord assigned(RequestAssigned event) {
        return event.offerId() == null
                ? null
                : new OfferWord(event.offerId(), event.version(), OfferStatus.ACCEPTED, null);
    }
}
