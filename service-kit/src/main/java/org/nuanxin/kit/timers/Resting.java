package org.nuanxin.kit.timers;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Subjects whose timers are left alone for a while, so that they hold nobody else's up. */
final class Resting {
    private static final Duration AFTER_BUSY = Duration.ofMillis(20);
    private static final Duration LONGEST_AFTER_BUSY = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record Rest(Duration length, long until) {
        static Rest of(Duration length) {
            return new Rest(length, System.nanoTime() + length.toNanos());
        }

        Duration left() {
            return Duration.ofNanos(until - System.nanoTime());
        }
    }

    private final Map<UUID, Rest> rests = new ConcurrentHashMap<>();

    /** Somebody else is at work on them: they rest for a moment, and twice as long each time in a row. */
    void busy(Collection<UUID> subjects) {
        subjects.forEach(subject ->
                rests.merge(subject, Rest.of(AFTER_BUSY), (before, first) -> Rest.of(twice(before.length()))));
    }

    /** Firing its timers failed. */
    void failed(UUID subject) {
        rests.put(subject, Rest.of(AFTER_FAILURE));
    }

    void served(Collection<UUID> subjects) {
        rests.keySet().removeAll(subjects);
    }

    UUID[] subjects() {
        rests.values().removeIf(rest -> rest.left().plus(REMEMBERED).isNegative());
        return rests.entrySet().stream()
                .filter(entry -> entry.getValue().left().isPositive())
                .map(Map.Entry::getKey)
                .toArray(UUID[]::new);
    }

    /** When the first of them has rested, but not later than {@code latest}. */
    Duration shortest(Duration latest) {
        return rests.values().stream()
                .map(Rest::left)
                .filter(Duration::isPositive)
                .min(Duration::compareTo)
                .filter(left -> left.compareTo(latest) < 0)
                .orElse(latest);
    }

    private static Duration twice(Duration length) {
        Duration twice = length.multipliedBy(2);
        return twice.compareTo(LONGEST_AFTER_BUSY) < 0 ? twice : LONGEST_AFTER_BUSY;
    }
}
