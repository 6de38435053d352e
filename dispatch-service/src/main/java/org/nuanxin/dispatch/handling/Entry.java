package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.PauseReason;

/** One thing that was done to a clock. {@code by} is a subject, {@code clock} or {@code engine}. */
public sealed interface Entry {
    Instant at();

    String by();

    /** From here on the clock goes by this version of a policy, and by the hours it names. */
    sealed interface UnderPolicy extends Entry {
        PolicyKey policy();
    }

    /** What happened because time passed. */
    sealed interface Mark extends Entry {
        @Override
        default String by() {
            return DispatchEvent.CLOCK;
        }
    }

    /** @param from when it begins to run: at once, or at the end of the appointment */
    record Started(Instant at, String by, PolicyKey policy, Instant from) implements UnderPolicy {}

    record Paused(Instant at, String by, PauseReason reason, Instant until) implements Entry {}

    record Resumed(Instant at, String by) implements Entry {}

    /** A new round, with warnings of its own, up to the new end. */
    record Extended(Instant at, String by, String reason, Instant until) implements Entry {}

    /** Another appointment: what has been used stays used, and the clock runs again from its end. */
    record Rebooked(Instant at, String by, Instant from) implements Entry {}

    /** The running round takes another policy. */
    record Rebased(Instant at, String by, String reason, PolicyKey before, PolicyKey policy) implements UnderPolicy {}

    record Stopped(Instant at, String by) implements Entry {}

    /** A new round: what has been used is kept, and a least is granted. */
    record Reopened(Instant at, String by, PolicyKey policy) implements UnderPolicy {}

    /** @param stage which of the policy's warnings, from 1 */
    record Warned(Instant at, int stage) implements Mark {}

    record Breached(Instant at) implements Mark {}

    /**
     * What is known of a round from before ledgers were kept.
     *
     * @param until its end
     * @param paused how long the clock had stood still altogether
     * @param extension why it had been extended, null where it had not
     */
    record Carried(
            Instant at,
            String by,
            PolicyKey policy,
            int round,
            Instant until,
            Duration paused,
            @Nullable String extension)
            implements UnderPolicy {}
}
