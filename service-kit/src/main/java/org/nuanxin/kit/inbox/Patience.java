package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.nuanxin.kit.transactions.Failures;

/** Tries until it works, however long that takes: waiting loses nothing, giving up does. */
record Patience(Duration first, Duration longest) {
    static final Patience USUAL = new Patience(Duration.ofMillis(100), Duration.ofSeconds(5));

    private static final Logger LOG = Logger.getLogger(Patience.class);

    <T> Uni<T> with(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(Patience::complain)
                .onFailure()
                .retry()
                .withBackOff(first, longest)
                .indefinitely();
    }

    private static void complain(Throwable failure) {
        if (Failures.passes(failure)) {
            LOG.warnf("inbox waits: %s", failure.getMessage());
        } else {
            LOG.error("inbox cannot go on; trying again", failure);
        }
    }
}
