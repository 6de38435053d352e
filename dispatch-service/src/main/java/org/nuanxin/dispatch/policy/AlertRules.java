package org.nuanxin.dispatch.policy;

import java.time.Duration;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.Cause;

/**
 * When an alert climbs.
 *
 * @param unacknowledged after this long without a word
 * @param responsePersists after this long though acknowledged, where somebody must still be found
 * @param closurePersists the same where somebody must still finish; and the pace at which the highest level is told again
 * @param deskMatter the level asked first where the duty desk handles a matter
 * @param desk the level that looks on where no volunteer was found
 */
public record AlertRules(
        Duration unacknowledged,
        Duration responsePersists,
        Duration closurePersists,
        AlertLevel deskMatter,
        AlertLevel desk) {

    public Duration persists(Cause cause) {
        return switch (cause) {
            case CLOSURE_WARNING, CLOSURE_BREACH, PAUSE_ASKED, EXTENSION_ASKED -> closurePersists;
            case RESPONSE_WARNING, RESPONSE_BREACH, DESK_MATTER, WIDENED, NOT_CONFIRMED, NOT_STARTED ->
                responsePersists;
        };
    }

    AlertRules dividedBy(int scale) {
        return new AlertRules(
                unacknowledged.dividedBy(scale),
                responsePersists.dividedBy(scale),
                closurePersists.dividedBy(scale),
                deskMatter,
                desk);
    }
}
