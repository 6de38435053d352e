package org.nuanxin.kit.timers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How late timers fire. */
final class TimerLag {
    private final Timer lateness;

    TimerLag(MeterRegistry metrics) {
        lateness = Timer.builder("nuanxin.timer.lag")
                .description("how late timers fired, by the database's clock")
                .publishPercentiles(0.5, 0.99)
                .register(metrics);
    }

    void fired(List<org.nuanxin.kit.timers.Timer> due, Instant now) {
        due.forEach(timer -> lateness.record(Duration.between(timer.dueAt(), now)));
    }
}
