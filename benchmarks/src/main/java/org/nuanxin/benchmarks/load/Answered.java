package org.nuanxin.benchmarks.load;

/**
 * What became of a call.
 *
 * @param status 0: no answer, so nobody knows whether it took effect
 * @param retryAfter whether a refusal says when to come again
 * @param id of what was made; empty where nothing was
 */
record Answered(int status, boolean retryAfter, String id) {
    static Answered nothing() {
        return new Answered(0, false, "");
    }

    boolean accepted() {
        return status >= 200 && status < 300;
    }

    /** Told to come again, by the rules. */
    boolean turnedAway() {
        return (status == 503 || status == 429) && retryAfter;
    }
}
