package org.nuanxin.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code intake.directory.v1}: the tree of places and the service catalogue, each entry whole at its newest version. */
public sealed interface DirectoryEvent extends Event {
    long version();

    /**
     * A node of the tree street → community → compound → micro-grid → building.
     *
     * @param path ids from the street down to this place
     */
    record PlaceDefined(
            String placeId,
            long version,
            Level level,
            @Nullable String parentId,
            List<String> path,
            Names name,
            Position centre,
            Instant at)
            implements DirectoryEvent {
        @Override
        public String subject() {
            return placeId;
        }

        @Override
        public String key() {
            return "place:" + placeId;
        }
    }

    /** A level of the tree of places, from the widest to the narrowest. */
    enum Level {
        STREET,
        COMMUNITY,
        COMPOUND,
        GRID,
        BUILDING
    }

    /**
     * An entry of the catalogue.
     *
     * @param skill what a volunteer must be able to do; null where the duty desk handles it
     * @param checks what the helper must tick at completion
     * @param fee what it costs, shown before submission and in offers
     */
    record ServiceTypeDefined(
            String code,
            long version,
            Names name,
            HandledBy handledBy,
            @Nullable String skill,
            Urgency urgency,
            Visibility visibility,
            List<Check> checks,
            Names fee,
            boolean offered,
            Instant at)
            implements DirectoryEvent {
        @Override
        public String subject() {
            return code;
        }

        @Override
        public String key() {
            return "type:" + code;
        }
    }

    /** Something to be seen to before a matter may be completed (住户身份已核验). */
    record Check(String code, Names name) {}
}
