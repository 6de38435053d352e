package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.Holder;

/**
 * Who holds the request (承办), and what is still expected of them.
 *
 * @param offerId the offer that was accepted, null where it was assigned by hand or taken
 * @param confirmedBy null until the holder has said yes
 * @param remindAt when the holder is reminded of the next step, null once that is done
 * @param overAt when the holder is taken to have let it go, null once under way
 * @param appointmentReminderAt when holder and resident are reminded of the appointment, null once they were
 */
public record Assignment(
        Holder holder,
        @Nullable UUID offerId,
        Instant assignedAt,
        @Nullable ConfirmedBy confirmedBy,
        @Nullable Instant remindAt,
        @Nullable Instant overAt,
        @Nullable Instant appointmentReminderAt) {

    public boolean isConfirmed() {
        return confirmedBy != null;
    }

    boolean isHeldBy(Holder other) {
        return holder.kind() == other.kind() && holder.id().equals(other.id());
    }

    Assignment confirmed(ConfirmedBy how, Instant remind, Instant over, @Nullable Instant appointmentReminder) {
        return new Assignment(holder, offerId, assignedAt, how, remind, over, appointmentReminder);
    }

    Assignment reminded() {
        return new Assignment(holder, offerId, assignedAt, confirmedBy, null, overAt, appointmentReminderAt);
    }

    Assignment remindedOfAppointment() {
        return new Assignment(holder, offerId, assignedAt, confirmedBy, remindAt, overAt, null);
    }

    Assignment underWay() {
        return new Assignment(holder, offerId, assignedAt, confirmedBy, null, null, null);
    }
}
