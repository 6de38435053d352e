package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Appointment;
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

    /** The holder asks for a pause; a supervisor grants it, perhaps to another end, or denies it. */
    record AskPause(PauseReason reason, Instant until, String by) implements Command {}

    record GrantPause(@Nullable Instant until, String by) implements Command {}

    record DenyPause(String by) implements Command {}

    /** The holder or a grid worker asks for an extension; a supervisor grants it, perhaps to another end, or denies it. */
    record AskExtension(Instant until, String reason, String by) implements Command {}

    record GrantExtension(@Nullable Instant until, String by) implements Command {}

    record DenyExtension(String by) implements Command {}

    /** The running rounds take the newest policy. */
    record Rebase(String reason, String by) implements Command {}

    /** The holder asks the resident for another appointment. */
    record ProposeAppointment(Appointment appointment, String by) implements Command {}

    record Prioritise(Urgency urgency, String by) implements Command {}

    record Refer(String reason, String where, String by) implements Command {}

    record Decline(String reason, String where, String by) implements Command {}

    record Acknowledge(UUID alertId, String by) implements Command {}
}
