package org.nuanxin.kit.problems;

/** What the caller has just won is not known here yet; asking again in a moment works. */
public final class NotYetKnown extends Problem {
    @Override
    protected int status() {
        return 409;
    }

    @Override
    protected Integer retryAfter() {
        return 1;
    }
}
