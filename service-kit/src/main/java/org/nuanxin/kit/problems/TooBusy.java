package org.nuanxin.kit.problems;

import java.time.Duration;

/** As many are here as can be answered soon. */
final class TooBusy extends Problem {
    private final int retryAfter;

    TooBusy(Duration retryAfter) {
        this.retryAfter = Math.toIntExact(retryAfter.toSeconds());
    }

    @Override
    protected int status() {
        return 503;
    }

    @Override
    protected Integer retryAfter() {
        return retryAfter;
    }
}
