package org.nuanxin.dispatch.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * What is expected of a holder.
 *
 * @param confirmReminder a person assigned by hand who has not said yes is reminded
 * @param confirmWithin then the duty desk looks on
 * @param startReminder a holder who has not set off is reminded; for an appointment counted from its beginning
 * @param noShow then somebody else is looked for
 * @param appointmentReminder how long before an appointment holder and resident are reminded of it
 */
public record HoldingRules(
        Duration confirmReminder,
        Duration confirmWithin,
        Duration startReminder,
        Duration noShow,
        Duration appointmentReminder) {
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    /** What was set before reminders of appointments could be has the usual one. */
    public HoldingRules {
        appointmentReminder = Objects.requireNonNullElse(appointmentReminder, TWO_HOURS);
    }

    public HoldingRules(Duration confirmReminder, Duration confirmWithin, Duration startReminder, Duration noShow) {
        this(confirmReminder, confirmWithin, startReminder, noShow, TWO_HOURS);
    }

    HoldingRules dividedBy(int scale) {
        return new HoldingRules(
                confirmReminder.dividedBy(scale),
                confirmWithin.dividedBy(scale),
                startReminder.dividedBy(scale),
                noShow.dividedBy(scale),
                appointmentReminder.dividedBy(scale));
    }
}
