package org.nuanxin.dispatch.candidates;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.nuanxin.events.Position;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/**
 * A volunteer or partner as the engine sees them.
 *
 * @param position where they are now, as far as is known
 * @param held how many requests they hold
 */
public record Helper(VolunteerChanged profile, Position position, int held) {
    public UUID id() {
        return profile.volunteerId();
    }

    /** Whether a supervisor has seen a proof of the skill that is still good then. */
    public boolean masters(String skill, Instant then) {
        return profile.verified()
                && profile.skills().stream()
                        .anyMatch(seen -> seen.skill().equals(skill)
                                && (seen.until() == null || seen.until().isAfter(then)));
    }

    public boolean hasRoom() {
        return held < profile.capacity();
    }

    boolean onShift(Instant then) {
        return profile.shifts().stream().anyMatch(shift -> !then.isBefore(shift.from()) && then.isBefore(shift.to()));
    }

    boolean quietAt(Instant now, ZoneId zone) {
        LocalTime from = profile.quietFrom();
        LocalTime to = profile.quietTo();
        if (from == null || to == null) return false;
        LocalTime local = now.atZone(zone).toLocalTime();
        boolean acrossMidnight = to.isBefore(from);
        boolean afterFrom = !local.isBefore(from);
        boolean beforeTo = local.isBefore(to);
        return acrossMidnight ? afterFrom || beforeTo : afterFrom && beforeTo;
    }

    boolean serves(List<String> placePath) {
        return profile.serves().stream().anyMatch(placePath::contains);
    }

    boolean belongsTo(String place) {
        return profile.placePath().contains(place) || profile.serves().contains(place);
    }

    public Helper holding(int requests) {
        return new Helper(profile, position, requests);
    }
}
