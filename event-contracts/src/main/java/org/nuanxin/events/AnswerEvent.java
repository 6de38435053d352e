package org.nuanxin.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code volunteer.answers.v1}: what volunteers and other holders say. Dispatch decides what comes of it. */
public sealed interface AnswerEvent extends Event {
    UUID requestId();

    String community();

    /** Who did it: the holder's subject, or the mini-app backend's that acted for them. */
    String by();

    @Override
    default String subject() {
        return requestId().toString();
    }

    @Override
    default String key() {
        return community();
    }

    /** A volunteer takes the request; dispatch says whether they hold it. */
    record OfferAccepted(UUID requestId, String community, UUID offerId, UUID volunteerId, String by, Instant at)
            implements AnswerEvent {}

    /** A volunteer says no; dispatch asks somebody else. */
    record OfferRefused(UUID requestId, String community, UUID offerId, UUID volunteerId, String by, Instant at)
            implements AnswerEvent {}

    /** The holder is on the way. */
    record SetOffReported(UUID requestId, String community, Holder holder, String by, Instant at)
            implements AnswerEvent {}

    /** The holder is there. */
    record ArrivalReported(UUID requestId, String community, Holder holder, String by, Instant at)
            implements AnswerEvent {}

    /** The holder says it is done; the note stays in volunteer-service, served by id. */
    record CompletionReported(
            UUID requestId, String community, Holder holder, List<String> checks, String by, Instant at)
            implements AnswerEvent {}

    /** The holder wants to give it back (退单); the words stay in volunteer-service. */
    record ReleaseAsked(UUID requestId, String community, Holder holder, String by, Instant at)
            implements AnswerEvent {}

    /** A person assigned by hand says yes in the app. */
    record AssignmentConfirmationReported(UUID requestId, String community, Holder holder, String by, Instant at)
            implements AnswerEvent {}
}
