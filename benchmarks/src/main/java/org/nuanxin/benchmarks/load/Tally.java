package org.nuanxin.benchmarks.load;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.nuanxin.benchmarks.report.Times;

/** What became of many calls; safe to add to from any thread. */
final class Tally {
    private final Times accepted = new Times();
    private final Times turnedAway = new Times();
    private final Map<Integer, Long> others = new ConcurrentSkipListMap<>();
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    void add(Answered answer, Duration took) {
        if (answer.accepted()) {
            accepted.record(took);
            made.add(answer.id());
        } else if (answer.turnedAway()) {
            turnedAway.record(took);
        } else {
            others.merge(answer.status(), 1L, Long::sum);
        }
    }

    Times accepted() {
        return accepted;
    }

    Times turnedAway() {
        return turnedAway;
    }

    /** Neither accepted nor told to come again, by status. */
    Map<Integer, Long> others() {
        return others;
    }

    Set<String> made() {
        return made;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%7d accepted (%s)  %7d turned away (%s)  others %s",
                accepted.count(),
                accepted,
                turnedAway.count(),
                turnedAway,
                others);
    }
}
