package org.nuanxin.dispatch.dispatches;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Candidates;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.handling.Matter;
import org.nuanxin.dispatch.handling.Surroundings;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.staff.Roster;
import org.nuanxin.events.AlertEvent.AlertLevel;

/** The surroundings of the decisions of one transaction: helpers as locked, and as counted on since. */
final class Scene implements Surroundings {
    private final PolicyBook policies;
    private final Roster roster;
    private final Candidates candidates;
    private final Map<UUID, Helper> locked;

    Scene(PolicyBook policies, Roster roster, Candidates candidates, Map<UUID, Helper> locked) {
        this.policies = policies;
        this.roster = roster;
        this.candidates = candidates;
        this.locked = new HashMap<>(locked);
    }

    @Override
    public Policy policyFor(Matter matter) {
        return policies.newest(matter.placePath(), matter.serviceType(), matter.urgency());
    }

    @Override
    public Policy policy(PolicyKey key) {
        return policies.policy(key);
    }

    @Override
    public List<String> onDuty(AlertLevel level, Matter matter) {
        return roster.onDuty(level, matter.community(), matter.placePath());
    }

    @Override
    public boolean isStaff(String subject, List<String> placePath) {
        return roster.isStaff(subject, placePath);
    }

    @Override
    public Optional<Helper> helper(UUID volunteerId) {
        return Optional.ofNullable(locked.get(volunteerId));
    }

    @Override
    public List<Candidate> candidates(Wanted wanted, int atMost) {
        return candidates.best(wanted, atMost);
    }

    /** What an earlier decision of the transaction has given somebody counts for the next. */
    void count(Map<UUID, Integer> loads) {
        loads.forEach(
                (id, change) -> locked.computeIfPresent(id, (same, helper) -> helper.holding(helper.held() + change)));
    }
}
