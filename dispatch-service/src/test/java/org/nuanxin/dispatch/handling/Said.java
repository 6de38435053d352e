package org.nuanxin.dispatch.handling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Volunteers;
import org.nuanxin.events.AnswerEvent.ArrivalReported;
import org.nuanxin.events.AnswerEvent.AssignmentConfirmationReported;
import org.nuanxin.events.AnswerEvent.CompletionReported;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.AnswerEvent.OfferRefused;
import org.nuanxin.events.AnswerEvent.ReleaseAsked;
import org.nuanxin.events.AnswerEvent.SetOffReported;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.RequestEvent.AppointmentProposalDenied;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.events.Solved;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;

/** What people say, for tests. */
final class Said {
    static final UUID LOCKED_OUT = UUID.nameUUIDFromBytes("locked out".getBytes(StandardCharsets.UTF_8));
    static final String COMMUNITY = "community-1";
    static final List<String> CHECKS = List.of("identity-checked");

    private Said() {}

    static RequestSubmitted lockedOut(Instant at) {
        return submitted(at, HandledBy.VOLUNTEERS, Urgency.URGENT, Visibility.PERSONAL, null);
    }

    static RequestSubmitted haircut(Instant at) {
        return submitted(at, HandledBy.VOLUNTEERS, Urgency.ORDINARY, Visibility.PERSONAL, null);
    }

    static RequestSubmitted haircut(Instant at, Instant from) {
        Appointment appointment = new Appointment(from, from.plusSeconds(3600));
        return submitted(at, HandledBy.VOLUNTEERS, Urgency.ORDINARY, Visibility.PERSONAL, appointment);
    }

    static RequestSubmitted leak(Instant at) {
        return submitted(at, HandledBy.DUTY_DESK, Urgency.URGENT, Visibility.PERSONAL, null);
    }

    static RequestSubmitted greenery(Instant at) {
        return submitted(at, HandledBy.DUTY_DESK, Urgency.ORDINARY, Visibility.PUBLIC, null);
    }

    private static RequestSubmitted submitted(
            Instant at, HandledBy by, Urgency urgency, Visibility visibility, @Nullable Appointment appointment) {
        return new RequestSubmitted(
                LOCKED_OUT,
                COMMUNITY,
                1,
                "NX-7K3F-92QD",
                "lock-opening",
                by,
                by == HandledBy.VOLUNTEERS ? "locksmith" : null,
                urgency,
                visibility,
                Volunteers.GRID,
                Volunteers.HOME,
                6,
                true,
                appointment,
                "resident-1",
                "resident-1",
                null,
                null,
                false,
                "app",
                CHECKS,
                at);
    }

    static Input amended(long version, List<String> path, @Nullable Appointment appointment) {
        return new Input.Asked(new RequestAmended(
                LOCKED_OUT, COMMUNITY, version, path, Volunteers.HOME, 6, true, appointment, Instant.EPOCH));
    }

    static Input keepsTheAppointment(long version) {
        return new Input.Asked(
                new AppointmentProposalDenied(LOCKED_OUT, COMMUNITY, version, "resident-1", Instant.EPOCH));
    }

    static Input withdrawn() {
        return new Input.Asked(new RequestWithdrawn(LOCKED_OUT, COMMUNITY, 2, "resident-1", Instant.EPOCH));
    }

    static Input accepts(Offer offer) {
        return accepts(offer.id(), offer.volunteerId(), offer.volunteer().subject());
    }

    static Input accepts(UUID offerId, UUID volunteerId, String by) {
        return new Input.Answered(new OfferAccepted(LOCKED_OUT, COMMUNITY, offerId, volunteerId, by, Instant.EPOCH));
    }

    static Input refuses(Offer offer) {
        return new Input.Answered(new OfferRefused(
                LOCKED_OUT,
                COMMUNITY,
                offer.id(),
                offer.volunteerId(),
                offer.volunteer().subject(),
                Instant.EPOCH));
    }

    static Holder volunteer(String name) {
        return new Holder(Holder.Kind.VOLUNTEER, Volunteers.id(name).toString(), name);
    }

    static Holder staff(String name) {
        return new Holder(Holder.Kind.STAFF, name, name);
    }

    static Input setsOff(Holder holder) {
        return new Input.Answered(new SetOffReported(LOCKED_OUT, COMMUNITY, holder, holder.subject(), Instant.EPOCH));
    }

    static Input arrives(Holder holder) {
        return new Input.Answered(new ArrivalReported(LOCKED_OUT, COMMUNITY, holder, holder.subject(), Instant.EPOCH));
    }

    static Input completes(Holder holder) {
        return completes(holder, CHECKS);
    }

    static Input completes(Holder holder, List<String> checks) {
        return new Input.Answered(
                new CompletionReported(LOCKED_OUT, COMMUNITY, holder, checks, holder.subject(), Instant.EPOCH));
    }

    static Input gives(Holder holder) {
        return new Input.Answered(new ReleaseAsked(LOCKED_OUT, COMMUNITY, holder, holder.subject(), Instant.EPOCH));
    }

    static Input confirms(Holder holder) {
        return new Input.Answered(
                new AssignmentConfirmationReported(LOCKED_OUT, COMMUNITY, holder, holder.subject(), Instant.EPOCH));
    }

    static Input rates(Solved solved) {
        return new Input.Rated(new RequestRated(LOCKED_OUT, COMMUNITY, solved, 4, false, "resident-1", Instant.EPOCH));
    }

    static Input reopens(boolean sameHelperWanted) {
        return new Input.Rated(
                new ReopeningAsked(LOCKED_OUT, COMMUNITY, sameHelperWanted, "resident-1", Instant.EPOCH));
    }
}
