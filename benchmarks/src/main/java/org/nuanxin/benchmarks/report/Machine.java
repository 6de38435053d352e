package org.nuanxin.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What else the machine was doing, to be printed beside every figure. */
public final class Machine {
    private Machine() {}

    /** One line: when, how many cores, and the load average of the last minute. */
    public static String now() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d cores, load %.2f, Java %s",
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                system.getAvailableProcessors(),
                system.getSystemLoadAverage(),
                Runtime.version().feature());
    }
}
