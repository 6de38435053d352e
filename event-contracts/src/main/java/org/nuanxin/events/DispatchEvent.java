package org.nuanxin.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code dispatch.dispatches.v1}: what has become of a request. Whoever did it stands in {@code by}: a subject, or
 * {@code clock}, or {@code engine}.
 */
public sealed interface DispatchEvent extends Event {
    /** The {@code by} of what happened because time passed. */
    String CLOCK = "clock";

    /** The {@code by} of what the dispatch engine decided. */
    String ENGINE = "engine";

    UUID requestId();

    String community();

    /** Grows by one with every event of the request; a projection applies only newer ones. */
    long version();

    String by();

    @Override
    default String subject() {
        return requestId().toString();
    }

    @Override
    default String key() {
        return community();
    }

    /** Why a search began. */
    enum SearchCause {
        SUBMISSION,
        RELEASE,
        NO_SHOW,
        REOPENING
    }

    /** Why a search has not begun yet. */
    enum WaitCause {
        NIGHT,
        APPOINTMENT
    }

    /** Why an offer was taken back. */
    enum OfferEnd {
        TAKEN,
        REQUEST_WITHDRAWN,
        SEARCH_ENDED,
        REQUEST_AMENDED
    }

    /** Why an acceptance came to nothing. */
    enum RejectionReason {
        TAKEN,
        WITHDRAWN,
        CAPACITY,
        NOT_ELIGIBLE,
        NOT_YOURS
    }

    /** Why a holder no longer holds. */
    enum ReleaseCause {
        GIVEN_BACK,
        NO_SHOW,
        REASSIGNED,
        WITHDRAWN,
        REFERRED,
        DECLINED
    }

    /** How a person who was assigned by hand said yes. */
    enum ConfirmedBy {
        PHONE,
        APP
    }

    /** Why a request was closed. */
    enum CloseCause {
        RATED,
        SILENCE
    }

    /** The reasons for which the closure clock may pause. */
    enum PauseReason {
        WAITING_FOR_PARTS,
        WAITING_FOR_RESIDENT,
        WAITING_FOR_THIRD_PARTY,
        WEATHER
    }

    /** Why the end of a clock has moved, other than by a pause or an extension. */
    enum MoveCause {
        REBASED,
        APPOINTMENT
    }

    /** Why the duty desk now looks for a handler. */
    enum DeskCause {
        DUTY_DESK_MATTER,
        NO_CANDIDATE,
        RESPONSE_BREACHED,
        SECOND_REOPENING,
        BY_HAND
    }

    /** A search will begin later: until then nobody is asked. {@code answerBy} is what the resident is promised. */
    record SearchPlanned(
            UUID requestId,
            String community,
            long version,
            UUID searchId,
            int number,
            WaitCause cause,
            Instant startsAt,
            Instant answerBy,
            Instant closureDueAt,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** A search for a handler has begun; its response clock runs. */
    record SearchStarted(
            UUID requestId,
            String community,
            long version,
            UUID searchId,
            int number,
            SearchCause cause,
            Instant responseDueAt,
            Instant closureDueAt,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The duty desk (人工) now looks for a handler; the response clock goes on. */
    record SearchHandedToDesk(
            UUID requestId,
            String community,
            long version,
            UUID searchId,
            String placeId,
            DeskCause cause,
            String by,
            Instant at)
            implements DispatchEvent {}

    /**
     * One volunteer has been asked.
     *
     * @param volunteer the subject of the volunteer
     * @param client the mini-app backend through which the volunteer takes part, or null
     * @param distanceMetres between the rounded positions
     * @param arrivalSeconds expected, the first of the reasons for asking this volunteer
     * @param reasons codes of what is true of this volunteer and speaks for asking them
     * @param travelMode on which the expected arrival counts
     * @param lastHelpedAt when they helped last, null where nothing is known of it
     * @param rings whether the phone may ring now
     */
    record OfferMade(
            UUID requestId,
            String community,
            long version,
            UUID offerId,
            UUID searchId,
            UUID volunteerId,
            String volunteer,
            @Nullable String client,
            String serviceType,
            List<String> placePath,
            @Nullable Integer floor,
            @Nullable Boolean lift,
            @Nullable Appointment appointment,
            int distanceMetres,
            int arrivalSeconds,
            List<String> reasons,
            @Nullable TravelMode travelMode,
            @Nullable Instant lastHelpedAt,
            boolean rings,
            Instant waitUntil,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The wait is over: others are asked too. The offer can still be accepted until somebody holds the request. */
    record OfferLapsed(
            UUID requestId, String community, long version, UUID offerId, UUID volunteerId, String by, Instant at)
            implements DispatchEvent {}

    /** The offer can no longer be accepted. */
    record OfferWithdrawn(
            UUID requestId,
            String community,
            long version,
            UUID offerId,
            UUID volunteerId,
            OfferEnd reason,
            String by,
            Instant at)
            implements DispatchEvent {}

    /**
     * The volunteer said no, and dispatch has asked somebody else.
     *
     * @param skillsOrHours whether to ask them if their skills and hours are still right: it is their fifth no in a row
     */
    record OfferRefusalNoted(
            UUID requestId,
            String community,
            long version,
            UUID offerId,
            UUID volunteerId,
            boolean skillsOrHours,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The word on an acceptance that came to nothing. Every acceptance gets this or {@link RequestAssigned}. */
    record AcceptanceRejected(
            UUID requestId,
            String community,
            long version,
            UUID offerId,
            UUID volunteerId,
            RejectionReason reason,
            String by,
            Instant at)
            implements DispatchEvent {}

    /**
     * Somebody holds the request.
     *
     * @param offerId the offer that was accepted, null where it was assigned by hand or taken
     * @param byHand whether a supervisor assigned it
     * @param confirmedBy null until the person has said yes: until then the response clock runs on
     * @param answeredInTime whether the response clock stopped before it ran out; null while unconfirmed
     */
    record RequestAssigned(
            UUID requestId,
            String community,
            long version,
            UUID searchId,
            int searchNumber,
            Holder holder,
            @Nullable UUID offerId,
            boolean byHand,
            @Nullable ConfirmedBy confirmedBy,
            @Nullable Boolean answeredInTime,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** A person assigned by hand has said yes: the response clock stops. */
    record AssignmentConfirmed(
            UUID requestId,
            String community,
            long version,
            UUID searchId,
            int searchNumber,
            Holder holder,
            ConfirmedBy confirmedBy,
            boolean answeredInTime,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The helper is on the way. */
    record HelperSetOff(UUID requestId, String community, long version, Holder holder, String by, Instant at)
            implements DispatchEvent {}

    /** The helper is there and works. */
    record HelperArrived(UUID requestId, String community, long version, Holder holder, String by, Instant at)
            implements DispatchEvent {}

    /** What a holder reported could not be: they do not hold the request, or not in that state. */
    record ReportRejected(
            UUID requestId,
            String community,
            long version,
            Holder holder,
            String report,
            String reason,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The holder no longer holds. */
    record AssignmentReleased(
            UUID requestId, String community, long version, Holder holder, ReleaseCause cause, String by, Instant at)
            implements DispatchEvent {}

    /**
     * The holder says it is done.
     *
     * @param checks the codes ticked
     * @param inTime whether the closure clock stopped before it ran out, extensions counted
     * @param extended whether the deadline had been extended
     */
    record RequestCompleted(
            UUID requestId,
            String community,
            long version,
            Holder holder,
            List<String> checks,
            boolean inTime,
            boolean extended,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The end of it all, by the resident's rating or by their silence. */
    record RequestClosed(UUID requestId, String community, long version, CloseCause cause, String by, Instant at)
            implements DispatchEvent {}

    /** The resident took it back, and dispatch has told everybody. */
    record RequestCalledOff(UUID requestId, String community, long version, String by, Instant at)
            implements DispatchEvent {}

    /** Handed to another body. The words (why, where to turn) are dispatch's, served by id. */
    record RequestReferred(UUID requestId, String community, long version, String by, Instant at)
            implements DispatchEvent {}

    /** Out of scope. The words (why, where to turn) are dispatch's, served by id. */
    record RequestDeclined(UUID requestId, String community, long version, String by, Instant at)
            implements DispatchEvent {}

    /** The closure clock stands still (挂起) until then at the latest; the response clock does not. */
    record ClosurePaused(
            UUID requestId, String community, long version, PauseReason reason, Instant until, String by, Instant at)
            implements DispatchEvent {}

    /** The closure clock goes on. */
    record ClosureResumed(UUID requestId, String community, long version, Instant closureDueAt, String by, Instant at)
            implements DispatchEvent {}

    /** The closure clock was given longer (延期). */
    record ClosureExtended(UUID requestId, String community, long version, Instant closureDueAt, String by, Instant at)
            implements DispatchEvent {}

    /** The holder asks a supervisor to let the closure clock stand still; until that is granted it runs. */
    record PauseAsked(
            UUID requestId, String community, long version, PauseReason reason, Instant until, String by, Instant at)
            implements DispatchEvent {}

    /** The pause that was asked for is not granted. */
    record PauseDenied(UUID requestId, String community, long version, String by, Instant at)
            implements DispatchEvent {}

    /** The holder or a grid worker asks a supervisor for a later end of the closure clock. The words stay in dispatch. */
    record ExtensionAsked(UUID requestId, String community, long version, Instant until, String by, Instant at)
            implements DispatchEvent {}

    /** The extension that was asked for is not granted. */
    record ExtensionDenied(UUID requestId, String community, long version, String by, Instant at)
            implements DispatchEvent {}

    /** A running clock now runs out at another time: it took the newest policy, or the appointment has moved. */
    record DeadlineMoved(
            UUID requestId,
            String community,
            long version,
            Clock clock,
            int round,
            Instant dueAt,
            MoveCause cause,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The holder asks the resident for another appointment; until the resident agrees the old one holds. */
    record AppointmentProposed(
            UUID requestId,
            String community,
            long version,
            Holder holder,
            Appointment appointment,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The resident has agreed to the appointment that the holder proposed, or has not. */
    record AppointmentProposalAnswered(
            UUID requestId,
            String community,
            long version,
            Holder holder,
            Appointment appointment,
            boolean agreed,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** The appointment is near: holder and resident are told. */
    record AppointmentReminded(
            UUID requestId,
            String community,
            long version,
            Holder holder,
            Appointment appointment,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** A supervisor made the matter urgent, or ordinary. */
    record PriorityChanged(UUID requestId, String community, long version, Urgency urgency, String by, Instant at)
            implements DispatchEvent {}

    /**
     * A clock is about to run out.
     *
     * @param stage which of the policy's warnings, from 1
     */
    record ClockWarned(
            UUID requestId,
            String community,
            long version,
            Clock clock,
            int round,
            int stage,
            Instant dueAt,
            String by,
            Instant at)
            implements DispatchEvent {}

    /** A clock has run out. */
    record ClockBreached(
            UUID requestId,
            String community,
            long version,
            Clock clock,
            int round,
            Instant dueAt,
            String by,
            Instant at)
            implements DispatchEvent {}
}
