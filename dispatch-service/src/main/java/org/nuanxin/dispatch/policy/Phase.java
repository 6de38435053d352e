package org.nuanxin.dispatch.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AlertEvent.AlertLevel;

/**
 * A stretch of a search.
 *
 * @param startAfter counted from the start of the search
 * @param parallel how many volunteers may be thinking about it at once
 * @param offerWait how long one of them may think before others are asked too
 * @param tells who is told that the search has become this wide, null for nobody
 * @param target how likely one of them should be to accept: no more are asked at once than that takes; null for as many as may be
 */
public record Phase(
        Duration startAfter,
        int parallel,
        Duration offerWait,
        Reach reach,
        @Nullable AlertLevel tells,
        @Nullable Double target) {

    public boolean isLikelyEnough(double acceptance) {
        return target != null && acceptance >= target;
    }

    Phase dividedBy(int scale) {
        return new Phase(startAfter.dividedBy(scale), parallel, offerWait.dividedBy(scale), reach, tells, target);
    }
}
