package org.nuanxin.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.CloseCause;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCalledOff;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.kit.transactions.Ids;

/** What other services tell of one request. */
public final class Told {
    public static final String RESIDENT = "resident-1";
    public static final String BENEFICIARY = "resident-2";
    public static final String REPORTER = "building-leader-1";
    public static final Holder LOCKSMITH =
            new Holder(Holder.Kind.VOLUNTEER, "01990300-ad00-74f9-a97c-a4c94daacf3f", "volunteer-3");

    public final UUID id;
    public final String community;
    private final List<String> placePath;
    private final Instant submittedAt;

    private Told(List<String> placePath, Instant submittedAt) {
        this.id = Ids.next(submittedAt);
        this.community = placePath.get(1);
        this.placePath = placePath;
        this.submittedAt = submittedAt;
    }

    /** Submitted an hour ago in the first grid. */
    public static Told anHourAgo() {
        return at(Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1)));
    }

    public static Told at(Instant submittedAt) {
        return in(List.of("street-1", "community-1", "compound-1-1", "grid-1-1-01"), submittedAt);
    }

    public static Told in(List<String> placePath, Instant submittedAt) {
        return new Told(placePath, submittedAt);
    }

    /** By the resident, for the resident. */
    public RequestSubmitted submitted() {
        return submitted("lock-opening", "web", RESIDENT, RESIDENT, null, false);
    }

    public RequestSubmitted submitted(String type, String channel) {
        return submitted(type, channel, RESIDENT, RESIDENT, null, false);
    }

    /** By a building leader, for a beneficiary of the resident's household. */
    public RequestSubmitted reported(@Nullable String beneficiary) {
        return submitted("medicine-pickup", "building-leader", RESIDENT, REPORTER, beneficiary, true);
    }

    private RequestSubmitted submitted(
            String type,
            String channel,
            String resident,
            String reporter,
            @Nullable String beneficiary,
            boolean forBeneficiary) {
        return new RequestSubmitted(
                id,
                community,
                1,
                "NX-7K3F-92QD",
                type,
                HandledBy.VOLUNTEERS,
                "locksmith",
                Urgency.URGENT,
                Visibility.PERSONAL,
                placePath,
                new Position(30.742, 121.342),
                null,
                null,
                null,
                resident,
                reporter,
                null,
                beneficiary,
                forBeneficiary,
                channel,
                List.of(),
                submittedAt);
    }

    public RequestAmended movedTo(List<String> newPath, long version) {
        return new RequestAmended(
                id, community, version, newPath, new Position(30.742, 121.342), null, null, null, submittedAt);
    }

    public SearchStarted searching(int number, long version) {
        SearchCause cause = number == 1 ? SearchCause.SUBMISSION : SearchCause.REOPENING;
        Instant due = submittedAt.plus(Duration.ofMinutes(15));
        return new SearchStarted(id, community, version, id, number, cause, due, due, "engine", submittedAt);
    }

    public RequestAssigned assigned(int search, boolean inTime, long version) {
        return assigned(search, ConfirmedBy.APP, inTime, version);
    }

    /** Assigned by hand: nobody has said yes so far. */
    public RequestAssigned assignedUnconfirmed(long version) {
        return assigned(1, null, null, version);
    }

    private RequestAssigned assigned(int search, @Nullable ConfirmedBy by, @Nullable Boolean inTime, long version) {
        return new RequestAssigned(
                id, community, version, id, search, LOCKSMITH, null, false, by, inTime, "volunteer-3", after(version));
    }

    public AssignmentConfirmed confirmed(boolean inTime, long version) {
        return new AssignmentConfirmed(
                id, community, version, id, 1, LOCKSMITH, ConfirmedBy.PHONE, inTime, "supervisor-1", after(version));
    }

    public RequestCompleted completed(long version) {
        return completed(LOCKSMITH, true, false, version);
    }

    public RequestCompleted completed(Holder holder, boolean inTime, boolean extended, long version) {
        return new RequestCompleted(
                id, community, version, holder, List.of(), inTime, extended, holder.subject(), after(version));
    }

    public ClockBreached closureBreached(long version) {
        return new ClockBreached(id, community, version, Clock.CLOSURE, 1, submittedAt, "clock", after(version));
    }

    public RequestClosed closed(long version) {
        return new RequestClosed(id, community, version, CloseCause.SILENCE, "clock", after(version));
    }

    public RequestCalledOff calledOff(long version) {
        return new RequestCalledOff(id, community, version, RESIDENT, after(version));
    }

    public RequestReferred referred(long version) {
        return new RequestReferred(id, community, version, "supervisor-1", after(version));
    }

    /** Each event a minute after the one before. */
    public Instant after(long version) {
        return submittedAt.plus(Duration.ofMinutes(version));
    }
}
