package org.nuanxin.volunteer.offer;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AnswerEvent.OfferAccepted;
import org.nuanxin.events.AnswerEvent.OfferRefused;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.kit.problems.Problem;

/**
 * A question (接单邀请) to one volunteer: will you take this request? Others are asked too once it has lapsed, but it may still
 * be accepted until somebody holds the request. Dispatch decides; what stands here is its newest word.
 *
 * @param reason why it was withdrawn, or an acceptance came to nothing; else null
 * @param answer what the volunteer said, or null
 */
record Offer(
        OfferMade question,
        OfferStatus word,
        @Nullable String reason,
        @Nullable Answer answer) {

    /** As the volunteer sees it: their own no counts at once, their yes only when dispatch says so. */
    OfferStatus status() {
        return isAcceptable() && answer == Answer.REFUSED ? OfferStatus.REFUSED : word;
    }

    boolean isWon() {
        return word == OfferStatus.ACCEPTED;
    }

    /** Accepted, and dispatch has not said anything yet. */
    boolean isPending() {
        return isAcceptable() && answer == Answer.ACCEPTED;
    }

    /** Empty where it has been said before: saying yes twice is saying it once. */
    Optional<OfferAccepted> accept(String by, Instant now) {
        if (isWon() || isPending()) return Optional.empty();
        problem().ifPresent(problem -> {
            throw problem;
        });
        return Optional.of(new OfferAccepted(
                question.requestId(), question.community(), question.offerId(), question.volunteerId(), by, now));
    }

    /** Empty where it has been said before. */
    Optional<OfferRefused> refuse(String by, Instant now) {
        if (status() == OfferStatus.REFUSED) return Optional.empty();
        if (isWon() || isPending()) throw new OfferAlreadyAccepted();
        problem().ifPresent(problem -> {
            throw problem;
        });
        return Optional.of(new OfferRefused(
                question.requestId(), question.community(), question.offerId(), question.volunteerId(), by, now));
    }

    /** Why it cannot be accepted (any more). */
    Optional<Problem> problem() {
        return switch (status()) {
            case OPEN, LAPSED, ACCEPTED -> Optional.empty();
            case REFUSED -> Optional.of(new OfferAlreadyRefused());
            case WITHDRAWN -> Optional.of(withdrawn());
        };
    }

    private Problem withdrawn() {
        return switch (reason) {
            case "TAKEN" -> new OfferTaken();
            case "CAPACITY" -> new NoCapacityLeft();
            case "NOT_ELIGIBLE" -> new NotEligible();
            case null, default -> new OfferWithdrawn();
        };
    }

    private boolean isAcceptable() {
        return word == OfferStatus.OPEN || word == OfferStatus.LAPSED;
    }
}
