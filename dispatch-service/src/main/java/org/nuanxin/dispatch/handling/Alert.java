package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.Cause;

/**
 * What a responsible person is told (预警提醒, after a breach 督办). Acknowledged is not solved.
 *
 * @param toldAt when this level was told, null while it waits for the morning
 * @param nextAt when it is told, or climbs, next; null once it is over
 */
public record Alert(
        UUID id,
        Cause cause,
        State state,
        AlertLevel level,
        String placeId,
        List<String> recipients,
        @Nullable Instant toldAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant nextAt) {

    /** What has become of an alert. */
    public enum State {
        PLANNED,
        OPEN,
        ACKNOWLEDGED,
        ENDED
    }

    static Alert planned(UUID id, Cause cause, AlertLevel level, String placeId, Instant at) {
        return new Alert(id, cause, State.PLANNED, level, placeId, List.of(), null, null, at);
    }

    /** Nobody may be rung now: it is told, or climbs, when they may. */
    Alert waiting(AlertLevel wanted, String wantedPlace, Instant at) {
        if (state != State.PLANNED) {
            return new Alert(id, cause, state, level, placeId, recipients, toldAt, acknowledgedBy, at);
        }
        return planned(id, cause, wanted, wantedPlace, at);
    }

    Alert told(Post post, Instant now, Instant next) {
        return new Alert(id, cause, State.OPEN, post.level(), post.placeId(), post.recipients(), now, null, next);
    }

    Alert acknowledged(String by, Instant next) {
        return new Alert(id, cause, State.ACKNOWLEDGED, level, placeId, recipients, toldAt, by, next);
    }

    Alert ended() {
        return new Alert(id, cause, State.ENDED, level, placeId, recipients, toldAt, acknowledgedBy, null);
    }
}
