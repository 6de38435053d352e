package org.nuanxin.dispatch.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an outcome means for the message.
 *
 * @param dueAt when it is tried again, null where that is over
 */
record Verdict(Outcome outcome, State state, @Nullable Instant dueAt) {
    static Verdict on(Outcome outcome, Instant now, RetryPolicy retries, double luck) {
        if (outcome.isDelivered()) return new Verdict(outcome, State.DELIVERED, null);
        Optional<Duration> wait = outcome.isGone()
                ? Optional.empty()
                : retries.waitAfter(outcome.attempt().tries(), luck);
        return wait.map(time -> new Verdict(outcome, State.PENDING, now.plus(time)))
                .orElseGet(() -> new Verdict(outcome, State.GIVEN_UP, null));
    }
}
