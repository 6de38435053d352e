package org.nuanxin.benchmarks.candidates;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** Time and CPU of one thread, round by round. */
final class Stopwatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final double[] millis;
    private final double[] cpuMillis;
    private int rounds;

    Stopwatch(int rounds) {
        millis = new double[rounds];
        cpuMillis = new double[rounds];
    }

    static long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }

    void took(long nanos, long cpuNanos) {
        millis[rounds] = nanos / 1e6;
        cpuMillis[rounds++] = cpuNanos / 1e6;
    }

    double median() {
        return median(millis);
    }

    double medianCpu() {
        return median(cpuMillis);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
