package org.nuanxin.dispatch.handling;

import static org.nuanxin.events.DispatchEvent.ENGINE;

import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.experience.Experience.Answer;
import org.nuanxin.dispatch.experience.Experience.Answered;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.AnswerEvent.OfferRefused;
import org.nuanxin.events.DispatchEvent.AcceptanceRejected;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferRefusalNoted;
import org.nuanxin.events.DispatchEvent.RejectionReason;

/** What volunteers answer to offers. Every acceptance gets exactly one word. */
final class Answers {
    private static final int REFUSALS_TO_WONDER_AT = 5;

    private Answers() {}

    static void accept(Turn turn, OfferAccepted told) {
        Offer offer = turn.offer(told.offerId());
        if (offer != null && isWordGiven(offer, told)) return;
        RejectionReason reason = rejection(turn, offer, told);
        if (offer == null || reason != null) {
            reject(turn, told, reason == null ? RejectionReason.WITHDRAWN : reason);
            return;
        }
        turn.put(offer.become(Offer.State.ACCEPTED));
        turn.experience(new Answered(offer.volunteerId(), turn.matter.serviceType(), Answer.ACCEPTED));
        Holding.assign(turn, offer.volunteer(), offer.id(), false, ConfirmedBy.APP, told.by());
    }

    static void refuse(Turn turn, OfferRefused told) {
        Offer offer = turn.offer(told.offerId());
        if (offer == null || !offer.isAcceptable() || !isTheirs(offer, told)) return;
        boolean tooMany = isOneTooMany(turn, offer);
        turn.put(offer.become(Offer.State.REFUSED));
        turn.experience(new Answered(offer.volunteerId(), turn.matter.serviceType(), Answer.REFUSED));
        turn.say((request, community, version) -> new OfferRefusalNoted(
                request, community, version, offer.id(), offer.volunteerId(), tooMany, told.by(), turn.now));
        Asking.ask(turn);
    }

    /** Whoever says no that often may have the wrong skills or hours: they are asked, once until they say yes to something. */
    private static boolean isOneTooMany(Turn turn, Offer offer) {
        return turn.surroundings
                .helper(offer.volunteerId())
                .filter(helper -> helper.standing().refusals() + 1 == REFUSALS_TO_WONDER_AT)
                .isPresent();
    }

    private static boolean isTheirs(Offer offer, OfferRefused told) {
        return offer.volunteerId().equals(told.volunteerId());
    }

    /** Repeating a won acceptance changes nothing: its word was said when it won. */
    private static boolean isWordGiven(Offer offer, OfferAccepted told) {
        return offer.state() == Offer.State.ACCEPTED && offer.volunteerId().equals(told.volunteerId());
    }

    private static @Nullable RejectionReason rejection(Turn turn, @Nullable Offer offer, OfferAccepted told) {
        if (offer == null) return RejectionReason.WITHDRAWN;
        if (!offer.volunteerId().equals(told.volunteerId())) return RejectionReason.NOT_YOURS;
        if (!offer.isAcceptable()) {
            return offer.end() == OfferEnd.TAKEN ? RejectionReason.TAKEN : RejectionReason.WITHDRAWN;
        }
        Helper helper = turn.surroundings.helper(offer.volunteerId()).orElse(null);
        if (helper == null || !Holding.isFit(turn, helper)) return RejectionReason.NOT_ELIGIBLE;
        return helper.hasRoom() ? null : RejectionReason.CAPACITY;
    }

    private static void reject(Turn turn, OfferAccepted told, RejectionReason reason) {
        turn.say((request, community, version) -> new AcceptanceRejected(
                request, community, version, told.offerId(), told.volunteerId(), reason, ENGINE, turn.now));
        Offer offer = turn.offer(told.offerId());
        boolean spent = reason == RejectionReason.CAPACITY || reason == RejectionReason.NOT_ELIGIBLE;
        if (offer == null || !spent) return;
        turn.put(offer.become(Offer.State.REJECTED));
        Asking.ask(turn);
    }
}
