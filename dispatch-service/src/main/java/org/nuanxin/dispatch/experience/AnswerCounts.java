package org.nuanxin.dispatch.experience;

import java.time.Duration;
import java.time.Instant;
import org.nuanxin.dispatch.experience.Experience.Answer;

/** How often something was answered in which way; what is old counts less, so it need not be whole numbers. */
public record AnswerCounts(double accepted, double refused, double silent) {
    public static final AnswerCounts NONE = new AnswerCounts(0, 0, 0);

    /** After so long an answer counts half: people change, and so do their jobs. */
    public static final Duration HALF_LIFE = Duration.ofDays(90);

    /** Whoever was silent may not have seen it, or said yes a minute later: that says less than a no. */
    private static final double SILENCE = 0.5;

    public AnswerCounts and(Answer answer) {
        return switch (answer) {
            case ACCEPTED -> new AnswerCounts(accepted + 1, refused, silent);
            case REFUSED -> new AnswerCounts(accepted, refused + 1, silent);
            case SILENT -> new AnswerCounts(accepted, refused, silent + 1);
        };
    }

    /** What they still count for at a later time; what they would have counted for at an earlier one. */
    AnswerCounts aged(Instant from, Instant to) {
        double part = Math.pow(0.5, Duration.between(from, to).toMillis() / (double) HALF_LIFE.toMillis());
        return new AnswerCounts(accepted * part, refused * part, silent * part);
    }

    AnswerCounts plus(AnswerCounts other) {
        return new AnswerCounts(accepted + other.accepted, refused + other.refused, silent + other.silent);
    }

    AnswerCounts minus(AnswerCounts other) {
        return new AnswerCounts(accepted - other.accepted, refused - other.refused, silent - other.silent);
    }

    /** How much is known. */
    double weight() {
        return accepted + refused + SILENCE * silent;
    }
}
