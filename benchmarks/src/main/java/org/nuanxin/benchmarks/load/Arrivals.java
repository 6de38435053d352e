package org.nuanxin.benchmarks.load;

import java.util.Random;

/** When calls are due, in nanoseconds since the beginning. */
interface Arrivals {
    /** When the next one is due, after the one before. */
    double after(double previous);

    static Arrivals constant(double perSecond) {
        return previous -> previous + 1e9 / perSecond;
    }

    /** As people come: independent of each other. */
    static Arrivals poisson(double perSecond, long seed) {
        Random chance = new Random(seed);
        return previous -> previous - Math.log(1 - chance.nextDouble()) * 1e9 / perSecond;
    }
}
