package org.nuanxin.dispatch.dispatches;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.experience.Experience;
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
import org.nuanxin.dispatch.volunteers.VolunteerMemory;
import org.nuanxin.events.AlertEvent.AlertLevel;

/** The surroundings of the decisions of one transaction: helpers as locked, and as counted on since. */
final class Scene implements Surroundings {
    private final PolicyBook policies;
    private final Roster roster;
    private final VolunteerMemory memory;
    private final Matchmaking matchmaking;
    private final Map<UUID, Helper> locked;
    private final Map<UUID, Integer> asked = new HashMap<>();

    Scene(PolicyBook policies, Roster roster, VolunteerMemory memory, Map<UUID, Helper> locked) {
        this.policies = policies;
        this.roster = roster;
        this.memory = memory;
        this.matchmaking = new Matchmaking(this::unspent);
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
    public double acceptance(UUID volunteerId, String serviceType, Instant at) {
        return memory.acceptance(volunteerId, serviceType, at);
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
    void count(Decision decision, Instant now) {
        decision.loads()
                .forEach((id, change) ->
                        locked.computeIfPresent(id, (same, helper) -> helper.holding(helper.held() + change)));
        decision.offers().stream().filter(Offer::isOpen).map(Offer::volunteerId).forEach(matchmaking::asked);
        decision.experiences().forEach(experience -> remember(experience, now));
    }

    private void remember(Experience experience, Instant now) {
        if (experience instanceof Experience.Asked one) asked.merge(one.volunteerId(), 1, Integer::sum);
        locked.computeIfPresent(
                experience.volunteerId(),
                (id, helper) -> helper.with(helper.standing().after(experience, now)));
    }

    private List<Candidate> unspent(Wanted wanted, int atMost) {
        List<Candidate> best = memory.best(wanted, atMost);
        Set<UUID> spent = best.stream()
                .filter(candidate -> isSpent(candidate, wanted))
                .map(Candidate::id)
                .collect(toSet());
        return spent.isEmpty() ? best : unspent(wanted.without(spent), atMost);
    }

    /** Counting those who were asked in this very transaction. */
    private boolean isSpent(Candidate candidate, Wanted wanted) {
        int here = asked.getOrDefault(candidate.id(), 0);
        int before = candidate.helper().standing().askedBy(wanted.now());
        return here > 0 && before + here >= wanted.limits().at(wanted.now());
    }
}
