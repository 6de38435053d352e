package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Urgency;

/** What a responsible person may do to a request by hand. What cannot be is answered by {@link RuleBroken}. */
public sealed interface Command extends Input {
    /** The subject who does it. */
    String by();

    /**
     * Gives it to somebody; repeated with {@code confirmedBy} it says that the person has said yes. Who takes it
     * themself has said yes.
     */
    record Assign(Holder holder, @Nullable ConfirmedBy confirmedBy, String by) implements Command {
        boolean isOwnTaking() {
            return holder.kind() == Holder.Kind.STAFF && holder.subject().equals(by);
        }

        @Nullable
        ConfirmedBy yes() {
            return isOwnTaking() ? ConfirmedBy.APP : confirmedBy;
        }
    }

    record Pause(PauseReason reason, Instant until, String by) implements Command {}

    record Resume(String by) implements Command {}

    record Extend(Instant until, String reason, String by) implements Command {}

    record Prioritise(Urgency urgency, String by) implements Command {}

    record Refer(String reason, String where, String by) implements Command {}

    record Decline(String reason, String where, String by) implements Command {}

    record Acknowledge(UUID alertId, String by) implements Command {}
}
