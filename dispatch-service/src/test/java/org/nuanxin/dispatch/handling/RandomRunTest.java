package org.nuanxin.dispatch.handling;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Thousands of lives of a request, anything happening at any time; a fault is one seed. */
class RandomRunTest {
    /** How many lives are lived, and from which seed on, such as {@code -Dseeds=100000}. */
    private static final long SEEDS = Long.getLong("seeds", 4000);

    private static final long FIRST = Long.getLong("seeds.first", 1000);

    @Test
    void keeps_the_rules_that_never_bend() {
        Map<Long, Throwable> violations = new ConcurrentSkipListMap<>();

        LongStream.range(FIRST, FIRST + SEEDS)
                .parallel()
                .forEach(seed -> violation(seed).ifPresent(fault -> violations.put(seed, fault)));

        System.out.printf("seeds %d violations %d%n", SEEDS, violations.size());
        violations.entrySet().stream().findFirst().ifPresent(first -> {
            throw new AssertionError("seed " + first.getKey() + " of " + violations.keySet(), first.getValue());
        });
    }

    private static Optional<Throwable> violation(long seed) {
        try {
            new RandomLife(seed).live();
            return Optional.empty();
        } catch (AssertionError | RuntimeException fault) {
            return Optional.of(fault);
        }
    }
}
