package org.nuanxin.volunteer.offer;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.volunteer.directory.Wording;

/**
 * An offer as the volunteer sees it. No door and no name: those are for whoever holds the request.
 *
 * @param pending accepted, and dispatch has not said anything yet
 */
public record OfferView(
        UUID id,
        UUID requestId,
        Wording.Named serviceType,
        String area,
        int distanceMetres,
        int arrivalSeconds,
        @Nullable Integer floor,
        @Nullable Boolean lift,
        @Nullable Appointment appointment,
        @Nullable String fee,
        Instant askedAt,
        Instant waitUntil,
        String status,
        boolean pending,
        boolean rings,
        String reason) {

    static OfferView of(Offer offer, Wording wording, String language) {
        OfferMade question = offer.question();
        return new OfferView(
                question.offerId(),
                question.requestId(),
                wording.type(question.serviceType(), language),
                wording.area(question.placePath(), language),
                question.distanceMetres(),
                question.arrivalSeconds(),
                question.floor(),
                question.lift(),
                question.appointment(),
                wording.fee(question.serviceType(), language),
                question.at(),
                question.waitUntil(),
                offer.status().name().toLowerCase(Locale.ROOT),
                offer.isPending(),
                question.rings(),
                Reasons.sentence(question, language));
    }
}
