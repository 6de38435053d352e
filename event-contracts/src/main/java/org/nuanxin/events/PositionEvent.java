package org.nuanxin.events;

import java.time.Instant;
import java.util.UUID;

/** {@code volunteer.positions.v1}: where volunteers are now, coarsely; no trail is kept. */
public sealed interface PositionEvent extends Event {

    /** The volunteer has moved to another cell of about 100 m. */
    record PositionChanged(UUID volunteerId, long version, Position position, Instant at) implements PositionEvent {
        @Override
        public String subject() {
            return volunteerId.toString();
        }

        @Override
        public String key() {
            return volunteerId.toString();
        }
    }
}
