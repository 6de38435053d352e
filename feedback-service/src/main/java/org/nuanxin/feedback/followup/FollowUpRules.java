package org.nuanxin.feedback.followup;

import java.util.Optional;
import java.util.UUID;
import org.nuanxin.events.Solved;

/** Which matters are followed up: every one not solved or rated 2 or less, and a sample of the rest. */
final class FollowUpRules {
    private static final int LOW = 2;
    private static final int FINENESS = 10_000;

    private FollowUpRules() {}

    static Optional<FollowUpCause> cause(Solved solved, int score) {
        if (solved != Solved.YES) return Optional.of(FollowUpCause.NOT_SOLVED);
        return score <= LOW ? Optional.of(FollowUpCause.LOW_SCORE) : Optional.empty();
    }

    /** The same requests whenever and wherever it is asked. */
    static boolean inSample(UUID requestId, double percent) {
        return Math.floorMod(requestId.hashCode(), FINENESS) < percent / 100 * FINENESS;
    }
}
