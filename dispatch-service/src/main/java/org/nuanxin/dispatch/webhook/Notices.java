package org.nuanxin.dispatch.webhook;

import static org.nuanxin.dispatch.webhook.MessageType.ALERT_RAISED;
import static org.nuanxin.dispatch.webhook.MessageType.HELPER_ARRIVED;
import static org.nuanxin.dispatch.webhook.MessageType.OFFER_MADE;
import static org.nuanxin.dispatch.webhook.MessageType.OFFER_WITHDRAWN;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_ASSIGNED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_CLOSED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_COMPLETED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_DECLINED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_REFERRED;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.nuanxin.events.AlertEvent;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.events.DirectoryEvent;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.Event;
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
                    DispatchEvent.ClosurePaused _,
                    DispatchEvent.ClosureResumed _,
                    DispatchEvent.ClosureExtended _,
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
        List<String> concerned = Stream.concat(
                        news.parties().stream(), Stream.of(assigned.holder().subject()))
                .toList();
        Map<String, Object> data = Map.of(
                "requestId", assigned.requestId(),
                "holderKind", assigned.holder().kind(),
                "byHand", assigned.byHand(),
                "confirmed", assigned.confirmedBy() != null);
        return notice(REQUEST_ASSIGNED, assigned, concerned, data);
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
