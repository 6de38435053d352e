package org.nuanxin.volunteer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.AcceptanceRejected;
import org.nuanxin.events.DispatchEvent.AppointmentReminded;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.CloseCause;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.HelperArrived;
import org.nuanxin.events.DispatchEvent.HelperSetOff;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferLapsed;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.OfferRefusalNoted;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.PauseDenied;
import org.nuanxin.events.DispatchEvent.RejectionReason;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.ReportRejected;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCalledOff;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.Holder;
import org.nuanxin.events.TravelMode;

/** What dispatch says of one request, each word at the next version. */
public final class PlayedDispatch {
    public static final String COMMUNITY = "community-1";
    public static final Instant AT = Instant.parse("2026-03-01T14:05:12Z");

    public final UUID requestId = UUID.randomUUID();
    private final UUID searchId = UUID.randomUUID();
    private long version;

    public OfferMade asks(Holder volunteer) {
        return new OfferMade(
                requestId,
                COMMUNITY,
                ++version,
                UUID.randomUUID(),
                searchId,
                UUID.fromString(volunteer.id()),
                volunteer.subject(),
                null,
                "lock-opening",
                List.of("street-1", COMMUNITY, "grid-1-1-01", "building-1-1-01-1"),
                3,
                false,
                null,
                640,
                624,
                List.of("SERVES_THE_PLACE", "CREDENTIAL_VALID", "ON_DUTY", "A_REASON_OF_TOMORROW"),
                TravelMode.WALK,
                AT.minus(Duration.ofDays(6)),
                true,
                AT.plusSeconds(120),
                "engine",
                AT);
    }

    public OfferLapsed lapses(OfferMade offer) {
        return new OfferLapsed(
                requestId, COMMUNITY, ++version, offer.offerId(), offer.volunteerId(), "clock", AT.plusSeconds(120));
    }

    public OfferWithdrawn withdraws(OfferMade offer, OfferEnd why) {
        return new OfferWithdrawn(
                requestId, COMMUNITY, ++version, offer.offerId(), offer.volunteerId(), why, "engine", AT);
    }

    public OfferRefusalNoted notesRefusal(OfferMade offer) {
        return new OfferRefusalNoted(
                requestId, COMMUNITY, ++version, offer.offerId(), offer.volunteerId(), false, "engine", AT);
    }

    /** The fifth no in a row. */
    public OfferRefusalNoted wonders(OfferMade offer) {
        return new OfferRefusalNoted(
                requestId, COMMUNITY, ++version, offer.offerId(), offer.volunteerId(), true, "engine", AT);
    }

    public AcceptanceRejected rejects(OfferMade offer, UUID volunteerId, RejectionReason why) {
        return new AcceptanceRejected(requestId, COMMUNITY, ++version, offer.offerId(), volunteerId, why, "engine", AT);
    }

    public RequestAssigned assigns(Holder holder, @Nullable OfferMade offer) {
        return new RequestAssigned(
                requestId,
                COMMUNITY,
                ++version,
                searchId,
                1,
                holder,
                offer == null ? null : offer.offerId(),
                offer == null,
                offer == null ? null : ConfirmedBy.APP,
                offer == null ? null : true,
                holder.subject(),
                AT);
    }

    public AssignmentConfirmed confirms(Holder holder) {
        return new AssignmentConfirmed(
                requestId, COMMUNITY, ++version, searchId, 1, holder, ConfirmedBy.APP, true, holder.subject(), AT);
    }

    public HelperSetOff seesOff(Holder holder) {
        return new HelperSetOff(requestId, COMMUNITY, ++version, holder, holder.subject(), AT);
    }

    public HelperArrived seesArrive(Holder holder) {
        return new HelperArrived(requestId, COMMUNITY, ++version, holder, holder.subject(), AT);
    }

    public RequestCompleted completes(Holder holder, String... checks) {
        return new RequestCompleted(
                requestId, COMMUNITY, ++version, holder, List.of(checks), true, false, holder.subject(), AT);
    }

    public AssignmentReleased releases(Holder holder, ReleaseCause why) {
        return new AssignmentReleased(requestId, COMMUNITY, ++version, holder, why, holder.subject(), AT);
    }

    public ReportRejected rejects(Holder holder, String report, String why) {
        return new ReportRejected(requestId, COMMUNITY, ++version, holder, report, why, "engine", AT);
    }

    public AppointmentReminded remindsOfTheAppointment(Holder holder) {
        Appointment appointment = new Appointment(AT.plusSeconds(7200), AT.plusSeconds(9000));
        return new AppointmentReminded(requestId, COMMUNITY, ++version, holder, appointment, "clock", AT);
    }

    public PauseDenied deniesThePause() {
        return new PauseDenied(requestId, COMMUNITY, ++version, "supervisor-1", AT);
    }

    public RequestCalledOff callsOff() {
        return new RequestCalledOff(requestId, COMMUNITY, ++version, "resident-1", AT);
    }

    public RequestClosed closes() {
        return new RequestClosed(requestId, COMMUNITY, ++version, CloseCause.SILENCE, "clock", AT);
    }
}
