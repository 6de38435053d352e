package org.nuanxin.events;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code volunteer.volunteers.v1}: each volunteer whole, at the newest version. */
public sealed interface VolunteerEvent extends Event {

    /**
     * Everything dispatch must know of a volunteer.
     *
     * @param version grows with every change
     * @param subject who signs in
     * @param client the mini-app backend through which they take part, or null
     * @param kind VOLUNTEER or PARTNER
     * @param verified whether a supervisor has let them in
     * @param skills the verified ones only
     * @param placePath where they belong
     * @param serves ids of the places they serve, each with all below it
     * @param radiusMetres how far from their own position they also help; 0 for the places only
     * @param position where they usually are; a newer PositionChanged overrides it
     * @param quietFrom local time from which nobody may ring them, null for never; until {@code quietTo}
     */
    record VolunteerChanged(
            UUID volunteerId,
            long version,
            String subject,
            @Nullable String client,
            Holder.Kind kind,
            boolean verified,
            List<VerifiedSkill> skills,
            List<String> placePath,
            List<String> serves,
            int radiusMetres,
            Position position,
            boolean onDuty,
            boolean urgentOnCall,
            int capacity,
            TravelMode travelMode,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietTo,
            List<Shift> shifts,
            Instant at)
            implements VolunteerEvent {
        @Override
        public String key() {
            return volunteerId.toString();
        }
    }

    /** A skill whose proof has been seen; {@code until} null where it does not expire. */
    record VerifiedSkill(String skill, @Nullable Instant until) {}

    /** Hours on which somebody is there without pressing the duty switch. */
    record Shift(Instant from, Instant to) {}
}
