package org.nuanxin.dispatch.candidates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;

/** Looks at everybody, every time: slow, and too simple to be wrong. */
final class FullScan implements Candidates {
    final Map<UUID, Helper> helpers = new HashMap<>();

    void put(Helper helper) {
        helpers.put(helper.id(), helper);
    }

    @Override
    public List<Candidate> best(Wanted wanted, int atMost) {
        return helpers.values().stream()
                .filter(helper -> Eligibility.leavesOut(helper, wanted).isEmpty())
                .map(helper -> Candidate.of(helper, wanted))
                .sorted(Candidate.BEST_FIRST)
                .limit(atMost)
                .toList();
    }

    @Override
    public LeftOut leftOut(Wanted wanted) {
        Map<UUID, Rule> rules = new HashMap<>();
        helpers.values()
                .forEach(helper ->
                        Eligibility.leavesOut(helper, wanted).ifPresent(rule -> rules.put(helper.id(), rule)));
        int all = rules.size();
        rules.values().removeIf(Rule.NO_SKILL::equals);
        return new LeftOut(rules, all - rules.size());
    }
}
