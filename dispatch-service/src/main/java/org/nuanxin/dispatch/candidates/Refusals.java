package org.nuanxin.dispatch.candidates;

import static java.util.Comparator.comparingDouble;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;

/** Counts who is left out, and keeps the nearest of them by name. */
final class Refusals {
    private static final Comparator<Refusal> NEAREST_FIRST =
            comparingDouble(Refusal::metres).thenComparing(Refusal::id);

    private final Wanted wanted;
    private final int atMost;
    private final PriorityQueue<Refusal> furthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);

    private record Refusal(UUID id, Rule rule, double metres) {}

    Refusals(Wanted wanted, int atMost) {
        this.wanted = wanted;
        this.atMost = atMost;
    }

    /** @param rule null where nothing leaves them out */
    void note(Helper helper, @Nullable Rule rule) {
        if (rule == null) return;
        counts.merge(rule, 1, Integer::sum);
        furthestFirst.add(new Refusal(helper.id(), rule, helper.position().metresTo(wanted.position())));
        if (furthestFirst.size() > atMost) furthestFirst.remove();
    }

    LeftOut leftOut(int unskilled) {
        Map<UUID, Rule> nearest = new LinkedHashMap<>();
        furthestFirst.stream().sorted(NEAREST_FIRST).forEach(one -> nearest.put(one.id(), one.rule()));
        return new LeftOut(nearest, counts, unskilled);
    }
}
