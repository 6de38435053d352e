package org.nuanxin.dispatch.webhook;

import static org.nuanxin.dispatch.webhook.MessageType.ALERT_RAISED;
import static org.nuanxin.dispatch.webhook.MessageType.APPOINTMENT_ANSWERED;
import static org.nuanxin.dispatch.webhook.MessageType.APPOINTMENT_NEAR;
import static org.nuanxin.dispatch.webhook.MessageType.APPOINTMENT_PROPOSED;
import static org.nuanxin.dispatch.webhook.MessageType.HELPER_ARRIVED;
import static org.nuanxin.dispatch.webhook.MessageType.OFFER_MADE;
import static org.nuanxin.dispatch.webhook.MessageType.OFFER_WITHDRAWN;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_ASSIGNED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_CLOSED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_COMPLETED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_DECLINED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_EXTENDED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_PAUSED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_REFERRED;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.nuanxin.events.AlertEvent;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DirectoryEvent;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;
import org.nuanxin.events.PositionEvent;
import org.nuanxin.events.RatingEvent;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.VolunteerEvent;

/** Makes notices out of the news of one request; what nobody can subscribe to makes none. */
final class Notices {
    private final News news;

    private Notices(News news) {
        this.news = news;
    }

    static List<Notice> of(News news) {
        Notices notices = new Notices(news);
        return news.events().stream().map(notices::of).flatMap(Optional::stream).toList();
    }

    private Optional<Notice> of(Event event) {
        return switch (event) {
            case DispatchEvent dispatch -> of(dispatch);
            case AlertEvent alert -> of(alert);
            case AnswerEvent _, DirectoryEvent _, PositionEvent _, RatingEvent _, RequestEvent _, VolunteerEvent _ ->
                Optional.empty();
        };
    }

    private Optional<Notice> of(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.OfferMade made -> of(made);
            case DispatchEvent.OfferWithdrawn withdrawn -> of(withdrawn);
            case DispatchEvent.RequestAssigned assigned -> of(assigned);
            case DispatchEvent.HelperArrived _ -> toParties(HELPER_ARRIVED, event);
            case DispatchEvent.RequestCompleted _ -> toParties(REQUEST_COMPLETED, event);
            case DispatchEvent.RequestClosed _ -> toParties(REQUEST_CLOSED, event);
            case DispatchEvent.RequestReferred _ -> toParties(REQUEST_REFERRED, event);
            case DispatchEvent.RequestDeclined _ -> toParties(REQUEST_DECLINED, event);
            case DispatchEvent.ClosurePaused paused -> of(paused);
            case DispatchEvent.ClosureExtended extended -> of(extended);
            case DispatchEvent.AppointmentProposed asked ->
                appointment(APPOINTMENT_PROPOSED, asked, asked.holder(), asked.appointment());
            case DispatchEvent.AppointmentProposalAnswered answered -> of(answered);
            case DispatchEvent.AppointmentReminded reminded ->
                appointment(APPOINTMENT_NEAR, reminded, reminded.holder(), reminded.appointment());
            case DispatchEvent.SearchPlanned _,
                    DispatchEvent.SearchStarted _,
                    DispatchEvent.SearchHandedToDesk _,
                    DispatchEvent.OfferLapsed _,
                    DispatchEvent.OfferRefusalNoted _,
                    DispatchEvent.AcceptanceRejected _,
                    DispatchEvent.AssignmentConfirmed _,
                    DispatchEvent.HelperSetOff _,
                    DispatchEvent.ReportRejected _,
                    DispatchEvent.AssignmentReleased _,
                    DispatchEvent.RequestCalledOff _,
                    DispatchEvent.ClosureResumed _,
                    DispatchEvent.PauseAsked _,
                    DispatchEvent.PauseDenied _,
                    DispatchEvent.ExtensionAsked _,
                    DispatchEvent.ExtensionDenied _,
                    DispatchEvent.DeadlineMoved _,
                    DispatchEvent.PriorityChanged _,
                    DispatchEvent.ClockWarned _,
                    DispatchEvent.ClockBreached _ -> Optional.empty();
        };
    }

    private Optional<Notice> of(DispatchEvent.OfferMade made) {
        Map<String, Object> data = Map.of(
                "requestId", made.requestId(),
                "offerId", made.offerId(),
                "serviceType", made.serviceType(),
                "placeId", made.placePath().getLast(),
                "distanceMetres", made.distanceMetres(),
                "rings", made.rings(),
                "waitUntil", made.waitUntil());
        return notice(OFFER_MADE, made, List.of(made.volunteer()), data);
    }

    private Optional<Notice> of(DispatchEvent.OfferWithdrawn withdrawn) {
        UUID offer = withdrawn.offerId();
        String volunteer = news.asked().get(offer);
        List<String> asked = volunteer == null ? List.of() : List.of(volunteer);
        Map<String, Object> data =
                Map.of("requestId", withdrawn.requestId(), "offerId", offer, "reason", withdrawn.reason());
        return notice(OFFER_WITHDRAWN, withdrawn, asked, data);
    }

    /** The holder too: who was assigned by hand must hear of it to say yes. */
    private Optional<Notice> of(DispatchEvent.RequestAssigned assigned) {
        List<String> concerned = bothSides(assigned.holder());
        Map<String, Object> data = Map.of(
                "requestId", assigned.requestId(),
                "holderKind", assigned.holder().kind(),
                "byHand", assigned.byHand(),
                "confirmed", assigned.confirmedBy() != null);
        return notice(REQUEST_ASSIGNED, assigned, concerned, data);
    }

    private Optional<Notice> of(DispatchEvent.ClosurePaused paused) {
        Map<String, Object> data =
                Map.of("requestId", paused.requestId(), "reason", paused.reason(), "until", paused.until());
        return notice(REQUEST_PAUSED, paused, news.parties(), data);
    }

    private Optional<Notice> of(DispatchEvent.ClosureExtended extended) {
        Map<String, Object> data = Map.of("requestId", extended.requestId(), "until", extended.closureDueAt());
        return notice(REQUEST_EXTENDED, extended, news.parties(), data);
    }

    private Optional<Notice> of(DispatchEvent.AppointmentProposalAnswered answered) {
        Map<String, Object> data = Map.of(
                "requestId", answered.requestId(), "appointment", answered.appointment(), "agreed", answered.agreed());
        return notice(APPOINTMENT_ANSWERED, answered, bothSides(answered.holder()), data);
    }

    private Optional<Notice> appointment(
            MessageType type, DispatchEvent event, Holder holder, Appointment appointment) {
        Map<String, Object> data = Map.of("requestId", event.requestId(), "appointment", appointment);
        return notice(type, event, bothSides(holder), data);
    }

    private List<String> bothSides(Holder holder) {
        return Stream.concat(news.parties().stream(), Stream.of(holder.subject()))
                .toList();
    }

    private Optional<Notice> of(AlertEvent event) {
        return switch (event) {
            case AlertEvent.AlertRaised raised ->
                alert(raised, raised.recipients(), raised.cause(), raised.level(), raised.placeId());
            case AlertEvent.AlertClimbed climbed ->
                alert(climbed, climbed.recipients(), climbed.cause(), climbed.level(), climbed.placeId());
            case AlertEvent.AlertAcknowledged _, AlertEvent.AlertEnded _ -> Optional.empty();
        };
    }

    private Optional<Notice> alert(
            AlertEvent event, List<String> told, AlertEvent.Cause cause, AlertEvent.AlertLevel level, String placeId) {
        Map<String, Object> data = Map.of(
                "requestId", event.requestId(),
                "alertId", event.alertId(),
                "cause", cause,
                "level", level,
                "placeId", placeId);
        return notice(ALERT_RAISED, event, told, data);
    }

    private Optional<Notice> toParties(MessageType type, DispatchEvent event) {
        return notice(type, event, news.parties(), Map.of("requestId", event.requestId()));
    }

    private Optional<Notice> notice(
            MessageType type, Event event, Collection<String> recipients, Map<String, Object> data) {
        return Optional.of(new Notice(type, event.at(), recipients, news.placePath(), data));
    }
}
