package org.nuanxin.journeys.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Everything random about a trial, from its seed: the same seed strikes at the same moments. */
final class Chance {
    private final RandomGenerator random;

    Chance(long seed) {
        random = new Random(seed);
    }

    synchronized Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }

    synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    synchronized long seed() {
        return random.nextLong();
    }
}
