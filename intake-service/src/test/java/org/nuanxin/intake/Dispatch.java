package org.nuanxin.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.AppointmentProposed;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.CloseCause;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.ClosureResumed;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.HelperArrived;
import org.nuanxin.events.DispatchEvent.HelperSetOff;
import org.nuanxin.events.DispatchEvent.MoveCause;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCalledOff;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.Holder;

/** What dispatch says of one request, one version after another. */
public final class Dispatch {
    public static final Instant START = Instant.parse("2030-03-01T14:05:00Z");
    public static final Instant ANSWER_BY = START.plus(Duration.ofMinutes(15));
    public static final Instant DONE_BY = START.plus(Duration.ofHours(24));
    static final String COMMUNITY = "community-1";

    private final UUID request;
    private final UUID offer = UUID.randomUUID();
    private long version;

    public Dispatch(UUID request) {
        this.request = request;
    }

    public DispatchEvent started() {
        return started(SearchCause.SUBMISSION);
    }

    public DispatchEvent started(SearchCause cause) {
        return new SearchStarted(
                request, COMMUNITY, ++version, offer, 1, cause, ANSWER_BY, DONE_BY, DispatchEvent.ENGINE, START);
    }

    public DispatchEvent asked(String volunteer) {
        return new OfferMade(
                request,
                COMMUNITY,
                ++version,
                offer,
                offer,
                UUID.randomUUID(),
                volunteer,
                null,
                "lock-opening",
                List.of("street-1", COMMUNITY),
                null,
                null,
                null,
                400,
                300,
                List.of("SERVES_THE_PLACE"),
                null,
                null,
                true,
                START,
                DispatchEvent.ENGINE,
                START);
    }

    public DispatchEvent assigned(String helper) {
        return assigned(helper, offer);
    }

    DispatchEvent assigned(String helper, @Nullable UUID byOffer) {
        return new RequestAssigned(
                request, COMMUNITY, ++version, offer, 1, holder(helper), byOffer, false, null, true, helper, START);
    }

    public DispatchEvent setOff(String helper) {
        return new HelperSetOff(request, COMMUNITY, ++version, holder(helper), helper, START);
    }

    public DispatchEvent arrived(String helper) {
        return new HelperArrived(request, COMMUNITY, ++version, holder(helper), helper, START);
    }

    public DispatchEvent released(String helper) {
        return new AssignmentReleased(
                request, COMMUNITY, ++version, holder(helper), ReleaseCause.GIVEN_BACK, helper, START);
    }

    public DispatchEvent paused() {
        return new ClosurePaused(request, COMMUNITY, ++version, PauseReason.WEATHER, DONE_BY, "supervisor", START);
    }

    public DispatchEvent proposes(String helper, Appointment appointment) {
        return new AppointmentProposed(request, COMMUNITY, ++version, holder(helper), appointment, helper, START);
    }

    public DispatchEvent moved() {
        return new DeadlineMoved(
                request,
                COMMUNITY,
                ++version,
                Clock.CLOSURE,
                1,
                DONE_BY.plusSeconds(7200),
                MoveCause.REBASED,
                "supervisor",
                START);
    }

    public DispatchEvent resumed() {
        return new ClosureResumed(request, COMMUNITY, ++version, DONE_BY.plusSeconds(60), "supervisor", START);
    }

    public DispatchEvent extended() {
        return new ClosureExtended(request, COMMUNITY, ++version, DONE_BY.plusSeconds(3600), "supervisor", START);
    }

    public DispatchEvent completed(String helper) {
        return new RequestCompleted(
                request, COMMUNITY, ++version, holder(helper), List.of("checked"), true, false, helper, START);
    }

    public DispatchEvent closed() {
        return new RequestClosed(request, COMMUNITY, ++version, CloseCause.SILENCE, DispatchEvent.CLOCK, START);
    }

    public DispatchEvent calledOff() {
        return new RequestCalledOff(request, COMMUNITY, ++version, "mei", START);
    }

    public DispatchEvent referred() {
        return new RequestReferred(request, COMMUNITY, ++version, "supervisor", START);
    }

    private static Holder holder(String helper) {
        return new Holder(Holder.Kind.VOLUNTEER, "id-of-" + helper, helper);
    }
}
