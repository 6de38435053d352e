package org.nuanxin.intake.progress;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY;
import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.AcceptanceRejected;
import org.nuanxin.events.DispatchEvent.AppointmentProposalAnswered;
import org.nuanxin.events.DispatchEvent.AppointmentProposed;
import org.nuanxin.events.DispatchEvent.AppointmentReminded;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.ClockWarned;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.ClosureResumed;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.ExtensionAsked;
import org.nuanxin.events.DispatchEvent.ExtensionDenied;
import org.nuanxin.events.DispatchEvent.HelperArrived;
import org.nuanxin.events.DispatchEvent.HelperSetOff;
import org.nuanxin.events.DispatchEvent.OfferLapsed;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.OfferRefusalNoted;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.PauseAsked;
import org.nuanxin.events.DispatchEvent.PauseDenied;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.DispatchEvent.PriorityChanged;
import org.nuanxin.events.DispatchEvent.ReportRejected;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCalledOff;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.RequestDeclined;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;
import org.nuanxin.events.DispatchEvent.SearchPlanned;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Urgency;

/**
 * How one request stands. Each part keeps the version of the event that told it, so that the same comes out in whatever order, and
 * however often, the events come.
 */
@JsonAutoDetect(fieldVisibility = ANY, getterVisibility = NONE, isGetterVisibility = NONE)
public final class Progress {
    private Told<Status> status = Told.nothing();
    private Told<Holder> holder = Told.nothing();
    private Told<Accepted> accepted = Told.nothing();
    private Told<Instant> responseDueAt = Told.nothing();
    private Told<Instant> closureDueAt = Told.nothing();
    private Told<Instant> pausedUntil = Told.nothing();
    private Told<PauseReason> pauseReason = Told.nothing();
    private Told<Appointment> proposal = Told.nothing();
    private Told<Urgency> urgency = Told.nothing();
    private Map<UUID, Asked> asked = new HashMap<>();
    private boolean withdrawing;
    private boolean reopened;
    private boolean extended;
    private @Nullable Rating rating;

    private record Asked(String volunteer, int arrivalSeconds) {}

    /** A pause (挂起) of the closure clock. */
    public record Pause(PauseReason reason, Instant until) {}

    private record Accepted(@Nullable UUID offerId, Instant at) {}

    void apply(DispatchEvent event) {
        long version = event.version();
        switch (event) {
            case SearchPlanned planned -> looks(Status.WAITING, planned.answerBy(), planned.closureDueAt(), version);
            case SearchStarted started -> started(started, version);
            case SearchHandedToDesk _ -> stands(Status.MANUAL, version);
            case OfferMade made -> asked.put(made.offerId(), new Asked(made.volunteer(), made.arrivalSeconds()));
            case RequestAssigned assigned -> assigned(assigned, version);
            case AssignmentConfirmed confirmed -> holder = holder.or(confirmed.holder(), version);
            case HelperSetOff setOff -> held(Status.ON_THE_WAY, setOff.holder(), version);
            case HelperArrived arrived -> held(Status.IN_PROGRESS, arrived.holder(), version);
            case AssignmentReleased _ -> released(version);
            case RequestCompleted completed -> completed(completed, version);
            case RequestClosed _ -> ends(Status.CLOSED, version);
            case RequestCalledOff _ -> ends(Status.WITHDRAWN, version);
            case RequestReferred _ -> ends(Status.REFERRED, version);
            case RequestDeclined _ -> ends(Status.DECLINED, version);
            case ClosurePaused paused -> paused(paused, version);
            case ClosureResumed resumed -> resumed(resumed, version);
            case ClosureExtended longer -> extended(longer, version);
            case DeadlineMoved moved -> moved(moved, version);
            case AppointmentProposed proposed -> proposal = proposal.or(proposed.appointment(), version);
            case AppointmentProposalAnswered _ -> proposal = proposal.or(null, version);
            case PriorityChanged changed -> urgency = urgency.or(changed.urgency(), version);
            case OfferLapsed _, OfferWithdrawn _, OfferRefusalNoted _, AcceptanceRejected _ -> {}
            case ReportRejected _, ClockWarned _, ClockBreached _ -> {}
            case PauseAsked _, PauseDenied _, ExtensionAsked _, ExtensionDenied _, AppointmentReminded _ -> {}
        }
    }

    void apply(RequestRated rated) {
        if (rating == null || rated.at().isAfter(rating.at())) {
            rating = new Rating(rated.solved(), rated.score(), rated.byProxy(), rated.at());
        }
    }

    /** The resident takes it back; what dispatch did before it heard of that no longer shows, unless it ended the matter. */
    public void withdraw() {
        withdrawing = true;
        status = new Told<>(Status.WITHDRAWN, status.version());
    }

    public Status status() {
        return Objects.requireNonNullElse(status.value(), Status.SUBMITTED);
    }

    /** Who holds it now, or held it at its completion. */
    public @Nullable Holder holder() {
        return holder.value();
    }

    public boolean heldBy(String subject) {
        Holder who = holder.value();
        return who != null && who.subject().equals(subject);
    }

    /** Whether somebody was ever asked to take it. */
    public boolean asked(String subject) {
        return asked.values().stream().anyMatch(who -> who.volunteer().equals(subject));
    }

    public @Nullable Instant responseDueAt() {
        return responseDueAt.value();
    }

    public @Nullable Instant closureDueAt() {
        return closureDueAt.value();
    }

    /** When the helper is expected; null where nobody is on their way by an offer. */
    public @Nullable Instant arrivalAt() {
        Accepted taken = accepted.value();
        boolean coming = status() == Status.ASSIGNED || status() == Status.ON_THE_WAY;
        Asked who = taken == null || taken.offerId() == null ? null : asked.get(taken.offerId());
        return coming && taken != null && who != null ? taken.at().plusSeconds(who.arrivalSeconds()) : null;
    }

    public boolean paused() {
        return pausedUntil.value() != null && status().open();
    }

    /** Why it stands still, and until when at the latest; null while it runs. */
    public @Nullable Pause pause() {
        PauseReason reason = pauseReason.value();
        return paused() && reason != null ? new Pause(reason, Objects.requireNonNull(pausedUntil.value())) : null;
    }

    /** The appointment that the holder has asked for and the resident has not answered yet. */
    public @Nullable Appointment proposal() {
        return status().open() ? proposal.value() : null;
    }

    /** The resident has answered; dispatch will say so too. */
    public void answerProposal() {
        proposal = new Told<>(null, proposal.version());
    }

    public boolean reopened() {
        return reopened;
    }

    public boolean extended() {
        return extended;
    }

    /** As a supervisor set it; null where nobody did. */
    public @Nullable Urgency urgency() {
        return urgency.value();
    }

    public @Nullable Rating rating() {
        return rating;
    }

    private void started(SearchStarted started, long version) {
        looks(Status.SEARCHING, started.responseDueAt(), started.closureDueAt(), version);
        reopened |= started.cause() == SearchCause.REOPENING;
    }

    private void assigned(RequestAssigned assigned, long version) {
        held(Status.ASSIGNED, assigned.holder(), version);
        accepted = accepted.or(new Accepted(assigned.offerId(), assigned.at()), version);
    }

    private void completed(RequestCompleted completed, long version) {
        holder = holder.or(completed.holder(), version);
        ends(Status.COMPLETED, version);
    }

    private void released(long version) {
        holder = holder.or(null, version);
        proposal = proposal.or(null, version);
    }

    private void paused(ClosurePaused paused, long version) {
        pausedUntil = pausedUntil.or(paused.until(), version);
        pauseReason = pauseReason.or(paused.reason(), version);
    }

    private void moved(DeadlineMoved moved, long version) {
        switch (moved.clock()) {
            case RESPONSE -> responseDueAt = responseDueAt.or(moved.dueAt(), version);
            case CLOSURE -> closureDueAt = closureDueAt.or(moved.dueAt(), version);
        }
    }

    private void resumed(ClosureResumed resumed, long version) {
        pausedUntil = pausedUntil.or(null, version);
        closureDueAt = closureDueAt.or(resumed.closureDueAt(), version);
    }

    private void extended(ClosureExtended longer, long version) {
        extended = true;
        closureDueAt = closureDueAt.or(longer.closureDueAt(), version);
    }

    private void looks(Status how, Instant response, Instant closure, long version) {
        held(how, null, version);
        responseDueAt = responseDueAt.or(response, version);
        closureDueAt = closureDueAt.or(closure, version);
    }

    private void held(Status how, @Nullable Holder who, long version) {
        stands(how, version);
        holder = holder.or(who, version);
    }

    private void stands(Status newer, long version) {
        if (!withdrawing) {
            status = status.or(newer, version);
        }
    }

    private void ends(Status end, long version) {
        withdrawing &= version <= status.version();
        status = status.or(end, version);
    }
}
