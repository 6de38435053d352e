package org.nuanxin.dispatch.dispatches;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Candidates;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.handling.Decision;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.dispatch.handling.Matter;
import org.nuanxin.dispatch.handling.Offer;
import org.nuanxin.dispatch.handling.Rivals;
import org.nuanxin.dispatch.handling.Surroundings;
import org.nuanxin.dispatch.matching.Matchmaking;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.staff.Roster;
import org.nuanxin.events.AlertEvent.AlertLevel;

/** The surroundings of the decisions of one transaction: helpers as locked, and as counted on since. */
final class Scene implements Surroundings {
    private final PolicyBook policies;
    private final Roster roster;
    private final Matchmaking matchmaking;
    private final Map<UUID, Helper> locked;

    Scene(PolicyBook policies, Roster roster, Candidates candidates, Map<UUID, Helper> locked) {
        this.policies = policies;
        this.roster = roster;
        this.matchmaking = new Matchmaking(candidates::best);
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
        return matchmaking.best(wanted, atMost);
    }

    /** Those of these requests that compete for the same people will be shown each its own. */
    void match(Map<UUID, List<Input>> inputs, Map<UUID, Handling> handlings, Instant now) {
        Rivals.match(inputs, handlings, now, this, matchmaking);
    }

    void turnTo(UUID requestId) {
        matchmaking.turnTo(requestId);
    }

    /** What an earlier decision of the transaction has given or asked somebody counts for the next. */
    void count(Decision decision) {
        decision.loads()
                .forEach((id, change) ->
                        locked.computeIfPresent(id, (same, helper) -> helper.holding(helper.held() + change)));
        decision.offers().stream().filter(Offer::isOpen).map(Offer::volunteerId).forEach(matchmaking::asked);
    }
}
