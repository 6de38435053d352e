package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.nuanxin.dispatch.policy.ClockRules;
import org.nuanxin.events.AlertEvent.AlertLevel;

/**
 * One round of a clock.
 *
 * @param warned how many of the warnings have been given
 */
public record Countdown(
        int round, Instant startedAt, Instant dueAt, List<Mark> warnings, int warned, boolean breached) {

    /** When a warning is due, and whom it tells. */
    public record Mark(Instant at, AlertLevel tells) {}

    /** @param later when a part of the time will have gone */
    static Countdown of(int round, Instant from, Duration within, ClockRules rules, Function<Duration, Instant> later) {
        List<Mark> warnings = rules.warnings().stream()
                .map(warning -> new Mark(later.apply(warning.of(within)), warning.tells()))
                .toList();
        return new Countdown(round, from, later.apply(within), warnings, 0, false);
    }

    boolean inTime(Instant now) {
        return !breached && !now.isAfter(dueAt);
    }

    Countdown warnedOnce() {
        return new Countdown(round, startedAt, dueAt, warnings, warned + 1, breached);
    }

    Countdown ranOut() {
        return new Countdown(round, startedAt, dueAt, warnings, warned, true);
    }

    /** The same with so much standing still. */
    Countdown shiftedBy(Duration pause) {
        List<Mark> shifted = warnings.stream()
                .map(mark -> new Mark(mark.at().plus(pause), mark.tells()))
                .toList();
        return new Countdown(round, startedAt, dueAt.plus(pause), shifted, warned, breached);
    }
}
