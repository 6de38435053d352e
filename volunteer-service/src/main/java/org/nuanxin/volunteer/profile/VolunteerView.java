package org.nuanxin.volunteer.profile;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.TravelMode;

/**
 * A volunteer as they see themselves, and as a supervisor of their place does.
 *
 * @param skillsOrHours whether they are asked if their skills and hours are right, after five refusals in a row; until they
 *     change something or dismiss it
 */
record VolunteerView(
        UUID id,
        String subject,
        @Nullable String client,
        Holder.Kind kind,
        String displayName,
        String phone,
        boolean verified,
        List<Credential> skills,
        String placeId,
        List<String> placePath,
        List<String> serves,
        int radiusMetres,
        Position position,
        TravelMode travelMode,
        List<String> languages,
        int capacity,
        boolean onDuty,
        boolean urgentOnCall,
        QuietHours quietHours,
        List<Hours> shifts,
        boolean skillsOrHours,
        long version) {

    /** Local times between which nobody may ring; both null for never. */
    record QuietHours(@Nullable LocalTime from, @Nullable LocalTime to) {}
}
