package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.Terms;
import org.nuanxin.dispatch.experience.Acceptance;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.Holder;

/**
 * A question (接单邀请) to one volunteer: will you take it?
 *
 * @param end why it can no longer be accepted
 * @param terms why this volunteer, term by term; null where that was not kept yet
 * @param acceptance how likely they were to accept in time; null where that was not kept yet
 */
public record Offer(
        UUID id,
        UUID searchId,
        Holder volunteer,
        State state,
        @Nullable OfferEnd end,
        Instant askedAt,
        Instant waitUntil,
        int distanceMetres,
        int arrivalSeconds,
        List<String> reasons,
        @Nullable Terms terms,
        @Nullable Double acceptance) {

    /** What has become of an offer. */
    public enum State {
        OPEN,
        /** Others are asked too, but it can still be accepted. */
        LAPSED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        /** Accepted, but it came to nothing. */
        REJECTED,
        /** Accepted, and no longer held. */
        OVER
    }

    static Offer of(
            UUID searchId, int attempt, Candidate candidate, double acceptance, Instant now, Instant waitUntil) {
        var profile = candidate.helper().profile();
        return new Offer(
                Ids.of(searchId, "offer", attempt == 0 ? candidate.id() : candidate.id() + ":" + attempt),
                searchId,
                new Holder(profile.kind(), candidate.id().toString(), profile.subject()),
                State.OPEN,
                null,
                now,
                waitUntil,
                candidate.distanceMetres(),
                candidate.arrivalSeconds(),
                candidate.reasons(),
                candidate.terms(),
                acceptance);
    }

    OfferMade made(Matter matter, Helper helper, long version) {
        return new OfferMade(
                matter.requestId(),
                matter.community(),
                version,
                id,
                searchId,
                volunteerId(),
                volunteer.subject(),
                helper.profile().client(),
                matter.serviceType(),
                matter.placePath(),
                matter.floor(),
                matter.lift(),
                matter.appointment(),
                distanceMetres,
                arrivalSeconds,
                reasons,
                helper.profile().travelMode(),
                helper.standing().lastHelpedAt(),
                true, // nobody is asked when the phone may not ring
                waitUntil,
                DispatchEvent.ENGINE,
                askedAt);
    }

    public UUID volunteerId() {
        return UUID.fromString(volunteer.id());
    }

    /** How likely it comes to nothing. */
    double unlikely() {
        return 1 - (acceptance == null ? Acceptance.USUAL : acceptance);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isAcceptable() {
        return state == State.OPEN || state == State.LAPSED;
    }

    /** Whoever was asked before the matter was put right may be asked anew. */
    boolean spendsTheQuestion() {
        return end != OfferEnd.REQUEST_AMENDED;
    }

    Offer become(State other) {
        return new Offer(
                id,
                searchId,
                volunteer,
                other,
                end,
                askedAt,
                waitUntil,
                distanceMetres,
                arrivalSeconds,
                reasons,
                terms,
                acceptance);
    }

    Offer withdrawn(OfferEnd why) {
        return new Offer(
                id,
                searchId,
                volunteer,
                State.WITHDRAWN,
                why,
                askedAt,
                waitUntil,
                distanceMetres,
                arrivalSeconds,
                reasons,
                terms,
                acceptance);
    }
}
