package org.nuanxin.kit.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The machine's clock, held against nanoseconds that nobody sets. */
final class WallClock {
    // somebody who was stopped between two readings cannot compare them
    private static final Duration LONGEST_LOOK = Duration.ofMillis(100);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private @Nullable Look last;

    private record Look(Instant wall, long nanos) {}

    /** @param nanos as of {@link System#nanoTime} */
    WallClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    /** How far it has been set back since the last look; zero or less where it has not. */
    Duration setBack() {
        long begin = nanos.getAsLong();
        Instant now = wall.instant();
        long end = nanos.getAsLong();
        if (end - begin > LONGEST_LOOK.toNanos()) return Duration.ZERO;
        Look before = last;
        last = new Look(now, begin);
        return before == null
                ? Duration.ZERO
                : Duration.ofNanos(begin - before.nanos()).minus(Duration.between(before.wall(), now));
    }
}
