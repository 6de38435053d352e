package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.AlertEvent.AlertLevel;

/** What a decision must know apart from the request itself. */
public interface Surroundings extends Policies {
    /** What a new round goes by: the policy of the nearest ancestor that has one. */
    Policy policyFor(Matter matter);

    /** Subjects on duty for a place at a level, nobody where it is not staffed now. */
    List<String> onDuty(AlertLevel level, Matter matter);

    /** Whether somebody is on the roster of a place. */
    boolean isStaff(String subject, List<String> placePath);

    /** A volunteer or partner with the number of requests held that the database knows. */
    Optional<Helper> helper(UUID volunteerId);

    /** How likely a volunteer accepts a question of this kind in time, if asked then. */
    double acceptance(UUID volunteerId, String serviceType, Instant at);

    /** Who could be asked, the best first. */
    List<Candidate> candidates(Wanted wanted, int atMost);
}
