package org.nuanxin.kit.inbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An event that could not take effect, or queues behind one that could not. */
@Entity
@Immutable
class DeadLetter {
    private @Id UUID eventId;
    private long position;
    private String topic;
    private String type;
    private String subject;
    private String payload;
    private @Nullable String trace;
    private String reason;
    private Instant at;
    private @Nullable Instant replayedAt;

    protected DeadLetter() {} // for Hibernate

    Arrival arrival() {
        return Arrival.of(eventId, topic, type, subject, payload, trace);
    }

    /** As an administrator sees it. */
    View view() {
        return new View(eventId, position, topic, type, subject, reason, at, replayedAt);
    }

    record View(
            UUID eventId,
            long position,
            String topic,
            String type,
            String subject,
            String reason,
            Instant at,
            @Nullable Instant replayedAt) {}
}
