package org.nuanxin.dispatch.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nuanxin.dispatch.handling.Entry.UnderPolicy;
import org.nuanxin.dispatch.policy.PolicyKey;

/** Everything that was done to a clock, in its order. When it runs out is worked out by {@link Reckoning}, never kept. */
public record Ledger(List<Entry> entries) {
    static Ledger of(UnderPolicy first) {
        return new Ledger(List.of(first));
    }

    Ledger and(Entry next) {
        List<Entry> longer = new ArrayList<>(entries);
        longer.add(next);
        return new Ledger(List.copyOf(longer));
    }

    /** What must be known to reckon with it. */
    Stream<PolicyKey> policies() {
        return entries.stream().filter(UnderPolicy.class::isInstance).map(entry -> ((UnderPolicy) entry).policy());
    }
}
