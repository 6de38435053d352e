package org.nuanxin.kit.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** How far sending is behind committing; grows while the broker is away. */
final class JournalLag {
    private static final long NOTHING_WAITS = 0;

    private volatile int unsent;
    private volatile long waitingSince = NOTHING_WAITS;

    void register(MeterRegistry metrics) {
        Gauge.builder("nuanxin.journal.unsent", this, lag -> lag.unsent)
                .description("events found waiting to be sent, at most one batch of them counted")
                .register(metrics);
        Gauge.builder("nuanxin.journal.lag", this, JournalLag::seconds)
                .baseUnit("seconds")
                .description("how long the journal has not been empty")
                .register(metrics);
    }

    void found(int waiting) {
        unsent = waiting;
        if (waiting == 0) {
            waitingSince = NOTHING_WAITS;
        } else if (waitingSince == NOTHING_WAITS) {
            waitingSince = System.nanoTime();
        }
    }

    private double seconds() {
        long since = waitingSince;
        return since == NOTHING_WAITS
                ? 0
                : Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }
}
