package org.nuanxin.benchmarks.report;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long something took, many times; safe to record into from any thread. */
public final class Times {
    private static final long LONGEST_MICROS = Duration.ofDays(40).toNanos() / 1000;

    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    public void record(Duration took) {
        micros.recordValue(Math.clamp(took.toNanos() / 1000, 0, LONGEST_MICROS));
    }

    /** Begins anew. */
    public void clear() {
        micros.reset();
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** In milliseconds; 0 where nothing was recorded. */
    public double millis(double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / 1000.0;
    }

    /** p50, p90 and p99 in milliseconds. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%8.1f %8.1f %8.1f ms", millis(50), millis(90), millis(99));
    }

    /** p50, p90 and p99 in minutes of a clock that runs so many times faster. */
    public String inMinutes(double speed) {
        double scale = speed / 60_000;
        return String.format(
                Locale.ROOT, "%8.1f %8.1f %8.1f min", millis(50) * scale, millis(90) * scale, millis(99) * scale);
    }
}
