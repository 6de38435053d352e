package org.nuanxin.dispatch.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.AlertEvent.AlertLevel;

/**
 * Somebody on the duty roster.
 *
 * @param role building-leader, grid-worker or supervisor
 * @param places each held with all below it
 */
public record StaffMember(
        String subject,
        String role,
        List<String> places,
        boolean onDuty,
        @Nullable String language) {

    boolean holds(List<String> placePath) {
        return places.stream().anyMatch(placePath::contains);
    }

    /** Whether alerts of the level about the place are theirs; a street supervisor is one whose place is the street. */
    boolean answersFor(AlertLevel level, String street, String community, List<String> placePath) {
        return switch (level) {
            case GRID -> !role.equals("supervisor") && holds(placePath);
            case COMMUNITY -> role.equals("supervisor") && places.contains(community);
            case STREET -> role.equals("supervisor") && places.contains(street);
        };
    }
}
