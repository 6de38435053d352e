package org.nuanxin.kit;

import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ThrowingRunnable;

/** How tests wait: for what must come soon, and no longer than it takes. */
public final class Waiting {
    public static final Duration SOON = Duration.ofSeconds(20);

    private Waiting() {}

    public static <T> T get(Uni<T> uni) {
        return uni.await().atMost(SOON);
    }

    public static void until(Callable<Boolean> condition) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    public static void untilAsserted(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
    }
}
