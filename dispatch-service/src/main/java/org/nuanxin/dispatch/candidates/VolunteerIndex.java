package org.nuanxin.dispatch.candidates;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;

/** The helpers in memory, by skill; safe for many threads. */
public final class VolunteerIndex implements Candidates {
    private final Map<UUID, Helper> helpers = new ConcurrentHashMap<>();
    private final Map<String, Map<UUID, Helper>> bySkill = new ConcurrentHashMap<>();

    @Override
    public List<Candidate> best(Wanted wanted, int atMost) {
        return masters(wanted.skill())
                .filter(helper -> Eligibility.leavesOut(helper, wanted).isEmpty())
                .map(helper -> Candidate.of(helper, wanted))
                .sorted(Candidate.BEST_FIRST)
                .limit(atMost)
                .toList();
    }

    @Override
    public Map<UUID, Rule> leftOut(Wanted wanted) {
        return masters(wanted.skill())
                .flatMap(helper ->
                        Eligibility.leavesOut(helper, wanted).map(rule -> Map.entry(helper.id(), rule)).stream())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The helper as they are now, in the place of what was known of them. */
    public void put(Helper helper) {
        helpers.compute(helper.id(), (id, known) -> {
            if (known != null) skills(known).forEach(skill -> all(skill).remove(id));
            skills(helper).forEach(skill -> all(skill).put(id, helper));
            return helper;
        });
    }

    public void holds(UUID volunteerId, int requests) {
        helpers.computeIfPresent(volunteerId, (id, known) -> {
            Helper helper = known.holding(requests);
            skills(helper).forEach(skill -> all(skill).put(id, helper));
            return helper;
        });
    }

    private Stream<Helper> masters(String skill) {
        return bySkill.getOrDefault(skill, Map.of()).values().stream();
    }

    private Map<UUID, Helper> all(String skill) {
        return bySkill.computeIfAbsent(skill, any -> new ConcurrentHashMap<>());
    }

    private static Stream<String> skills(Helper helper) {
        return helper.profile().skills().stream().map(VerifiedSkill::skill);
    }
}
