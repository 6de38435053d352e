package org.nuanxin.dispatch.webhook.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a message that could not be delivered waits for its next try: soon at first, for three days in all. */
final class RetryPolicy {
    private static final List<Duration> WAITS = Stream.of(
                    "PT5S", "PT30S", "PT2M", "PT10M", "PT1H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H")
            .map(Duration::parse)
            .toList();
    /** Messages that failed together shall not all come back together. */
    private static final double JITTER = 0.2;

    private final double timeScale;

    RetryPolicy(double timeScale) {
        this.timeScale = timeScale;
    }

    /**
     * @param tries so far, all failed
     * @param luck from 0 to 1
     * @return empty when it is time to give up
     */
    Optional<Duration> waitAfter(int tries, double luck) {
        if (tries > WAITS.size()) return Optional.empty();
        double millis = WAITS.get(tries - 1).toMillis() * (1 + JITTER * luck) / timeScale;
        return Optional.of(Duration.ofMillis(Math.max(1, Math.round(millis))));
    }
}
