package org.nuanxin.dispatch.candidates;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Position;
import org.nuanxin.events.VolunteerEvent.Shift;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/**
 * A volunteer or partner as the engine sees them.
 *
 * @param position where they are now, as far as is known
 * @param held how many requests they hold
 * @param keptApart subjects whom they have blocked, or who have blocked them
 */
public record Helper(VolunteerChanged profile, Position position, int held, Standing standing, Set<String> keptApart) {

    /** Somebody of whom nothing is remembered yet. */
    public Helper(VolunteerChanged profile, Position position, int held) {
        this(profile, position, held, Standing.NEW, Set.of());
    }

    public UUID id() {
        return profile.volunteerId();
    }

    /** Whether a supervisor has seen a proof of the skill that is still good then. */
    public boolean masters(String skill, Instant then) {
        VerifiedSkill proof = proofOf(skill);
        return profile.verified() && proof != null && isGood(proof, then);
    }

    @Nullable
    VerifiedSkill proofOf(String skill) {
        for (VerifiedSkill seen : profile.skills()) if (seen.skill().equals(skill)) return seen;
        return null;
    }

    static boolean isGood(VerifiedSkill proof, Instant then) {
        return proof.until() == null || proof.until().isAfter(then);
    }

    public boolean hasRoom() {
        return held < profile.capacity();
    }

    boolean onShift(Instant then) {
        for (Shift shift : profile.shifts()) if (!then.isBefore(shift.from()) && then.isBefore(shift.to())) return true;
        return false;
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
        for (String place : profile.serves()) if (placePath.contains(place)) return true;
        return false;
    }

    boolean belongsTo(String place) {
        return profile.placePath().contains(place) || profile.serves().contains(place);
    }

    public Helper holding(int requests) {
        return new Helper(profile, position, requests, standing, keptApart);
    }

    public Helper with(Standing other) {
        return new Helper(profile, position, held, other, keptApart);
    }

    public Helper apartFrom(Set<String> subjects) {
        return new Helper(profile, position, held, standing, subjects);
    }

    /** Whether there is any hour at which they might be asked as they are now. */
    boolean isAskable() {
        boolean everThere =
                profile.onDuty() || profile.urgentOnCall() || !profile.shifts().isEmpty();
        return profile.verified() && hasRoom() && everThere;
    }

    public boolean isKeptApartFrom(Set<String> parties) {
        for (String subject : keptApart) if (parties.contains(subject)) return true;
        return false;
    }
}
