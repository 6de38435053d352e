package org.nuanxin.dispatch.policy;

import java.time.Duration;

/**
 * What is expected of a holder.
 *
 * @param confirmReminder a person assigned by hand who has not said yes is reminded
 * @param confirmWithin then the duty desk looks on
 * @param startReminder a holder who has not set off is reminded; for an appointment counted from its beginning
 * @param noShow then somebody else is looked for
 */
public record HoldingRules(Duration confirmReminder, Duration confirmWithin, Duration startReminder, Duration noShow) {
    HoldingRules dividedBy(int scale) {
        return new HoldingRules(
                confirmReminder.dividedBy(scale),
                confirmWithin.dividedBy(scale),
                startReminder.dividedBy(scale),
                noShow.dividedBy(scale));
    }
}
