package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;

/**
 * The moments at which the requests of a community look again. They are common to all of them, so that what waits there is
 * matched together; each community has its own, so that not all of them look at once.
 */
final class Ticks {
    private Ticks() {}

    /** The next one, at most so much later. */
    static Instant next(String community, Instant now, Duration every) {
        long period = Math.max(1, every.toMillis());
        long since = Math.floorMod(now.toEpochMilli() - community.hashCode(), period);
        return Instant.ofEpochMilli(now.toEpochMilli() - since + period);
    }
}
