package org.nuanxin.dispatch.webhook.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param status the answer's, null where there was none
 * @param failure code of why there was none, else null
 */
record Outcome(
        Attempt attempt, @Nullable Integer status, @Nullable String failure) {
    private static final int GONE = 410;

    static Outcome answered(Attempt attempt, int status) {
        return new Outcome(attempt, status, null);
    }

    static Outcome failed(Attempt attempt, String failure) {
        return new Outcome(attempt, null, failure);
    }

    boolean isDelivered() {
        return status != null && status >= 200 && status < 300;
    }

    /** The subscriber wants no more, ever. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
