package org.nuanxin.dispatch.candidates;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public LeftOut leftOut(Wanted wanted, int atMost) {
        Map<Rule, List<Helper>> byRule = helpers.values().stream()
                .filter(helper -> Eligibility.leavesOut(helper, wanted).isPresent())
                .collect(groupingBy(
                        helper -> Eligibility.leavesOut(helper, wanted).orElseThrow()));
        List<Helper> unskilled = Objects.requireNonNullElse(byRule.remove(Rule.NO_SKILL), List.of());
        Map<UUID, Rule> nearest = new LinkedHashMap<>();
        byRule.values().stream()
                .flatMap(List::stream)
                .sorted(comparingDouble((Helper helper) -> helper.position().metresTo(wanted.position()))
                        .thenComparing(Helper::id))
                .limit(atMost)
                .forEach(helper -> nearest.put(
                        helper.id(), Eligibility.leavesOut(helper, wanted).orElseThrow()));
        Map<Rule, Integer> counts = new HashMap<>();
        byRule.forEach((rule, left) -> counts.put(rule, left.size()));
        return new LeftOut(nearest, counts, unskilled.size());
    }
}
