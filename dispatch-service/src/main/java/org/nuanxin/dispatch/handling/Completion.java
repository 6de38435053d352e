package org.nuanxin.dispatch.handling;

import java.time.Instant;
import org.nuanxin.events.Holder;

/** The holder said it is done (办结). */
public record Completion(
        Holder holder, Instant at, boolean inTime, Instant closesAt, Instant reopenableUntil, boolean rated) {
    Completion ratedNow() {
        return new Completion(holder, at, inTime, closesAt, reopenableUntil, true);
    }
}
