package org.nuanxin.events;

import java.time.Instant;
import java.util.UUID;

/** {@code feedback.ratings.v1}: what residents say afterwards. The words stay in feedback-service. */
public sealed interface RatingEvent extends Event {
    UUID requestId();

    String community();

    @Override
    default String subject() {
        return requestId().toString();
    }

    @Override
    default String key() {
        return community();
    }

    /**
     * The resident, or a proxy, has rated.
     *
     * @param score satisfaction, 1 to 5, apart from whether it was solved
     * @param byProxy whether somebody rated for a beneficiary
     */
    record RequestRated(
            UUID requestId, String community, Solved solved, int score, boolean byProxy, String by, Instant at)
            implements RatingEvent {}

    /**
     * It was not solved: a new search is wanted.
     *
     * @param sameHelperWanted whether the first helper of a personal matter may be asked again
     */
    record ReopeningAsked(UUID requestId, String community, boolean sameHelperWanted, String by, Instant at)
            implements RatingEvent {}

    /** A grid worker has called or visited. */
    record FollowUpRecorded(
            UUID followUpId, UUID requestId, String community, FollowUpOutcome outcome, String by, Instant at)
            implements RatingEvent {}

    /** What a follow-up found. */
    enum FollowUpOutcome {
        SOLVED,
        NOT_SOLVED,
        NOT_REACHED
    }
}
