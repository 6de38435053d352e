package org.nuanxin.kit.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;

/** How far sending is behind committing; grows while the broker is away. */
final class JournalLag {
    private record Found(int waiting, Duration oldest, long at) {}

    private volatile Found last = new Found(0, Duration.ZERO, 0);

    void register(MeterRegistry metrics) {
        Gauge.builder("nuanxin.journal.unsent", this, lag -> lag.last.waiting())
                .description("events found waiting to be sent, at most one batch of them counted")
                .register(metrics);
        Gauge.builder("nuanxin.journal.lag", this, JournalLag::seconds)
                .baseUnit("seconds")
                .description("how long the oldest of them has been waiting")
                .register(metrics);
    }

    void found(List<JournalRow> batch) {
        Duration oldest = batch.isEmpty() ? Duration.ZERO : batch.getFirst().age();
        last = new Found(batch.size(), oldest, System.nanoTime());
    }

    private double seconds() {
        Found found = last;
        return found.waiting() == 0
                ? 0
                : found.oldest().plusNanos(System.nanoTime() - found.at()).toMillis() / 1000.0;
    }
}
