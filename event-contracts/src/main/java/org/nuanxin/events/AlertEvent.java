package org.nuanxin.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code dispatch.alerts.v1}: what responsible people are told (预警提醒, after a breach 督办). */
public sealed interface AlertEvent extends Event {
    UUID alertId();

    UUID requestId();

    String community();

    @Override
    default String subject() {
        return requestId().toString();
    }

    @Override
    default String key() {
        return community();
    }

    /** What an alert is about. */
    enum Cause {
        RESPONSE_WARNING,
        RESPONSE_BREACH,
        CLOSURE_WARNING,
        CLOSURE_BREACH,
        DESK_MATTER,
        WIDENED,
        NOT_CONFIRMED,
        NOT_STARTED,
        PAUSE_ASKED,
        EXTENSION_ASKED
    }

    /** Who is told, from the nearest up. */
    enum AlertLevel {
        GRID,
        COMMUNITY,
        STREET
    }

    /** People on duty are told that a matter needs them. */
    record AlertRaised(
            UUID alertId,
            UUID requestId,
            String community,
            Cause cause,
            AlertLevel level,
            String placeId,
            List<String> recipients,
            Instant at)
            implements AlertEvent {}

    /** Somebody has seen it; whether it is solved is another question. */
    record AlertAcknowledged(UUID alertId, UUID requestId, String community, String by, Instant at)
            implements AlertEvent {}

    /** Nobody acknowledged it in time, or its cause persists: the next level is told. */
    record AlertClimbed(
            UUID alertId,
            UUID requestId,
            String community,
            Cause cause,
            AlertLevel level,
            String placeId,
            List<String> recipients,
            Instant at)
            implements AlertEvent {}

    /** Its cause is gone: nobody need do anything about it any more. */
    record AlertEnded(UUID alertId, UUID requestId, String community, Instant at) implements AlertEvent {}
}
