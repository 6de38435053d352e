package org.nuanxin.dispatch.experience;

import org.nuanxin.dispatch.experience.Experience.Answer;

/** How often something was answered in which way. */
public record AnswerCounts(int accepted, int refused, int silent) {
    public static final AnswerCounts NONE = new AnswerCounts(0, 0, 0);

    /** Whoever was silent may not have seen it, or said yes a minute later: that says less than a no. */
    private static final double SILENCE = 0.5;

    public AnswerCounts and(Answer answer) {
        return switch (answer) {
            case ACCEPTED -> new AnswerCounts(accepted + 1, refused, silent);
            case REFUSED -> new AnswerCounts(accepted, refused + 1, silent);
            case SILENT -> new AnswerCounts(accepted, refused, silent + 1);
        };
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
