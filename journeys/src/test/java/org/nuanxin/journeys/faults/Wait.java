package org.nuanxin.journeys.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** For conditions, and for the moments that chance has chosen. */
final class Wait {
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofMillis(250);

    private Wait() {}

    static void that(String what, BooleanSupplier condition) {
        until(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** What is there at last. Answers that do not come are waited for too. */
    static <T> Optional<T> until(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + LONGEST.toNanos();
        RuntimeException last = new IllegalStateException("waited in vain for " + what);
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            try {
                Optional<T> found = look.get();
                if (found.isPresent()) return found;
            } catch (UncheckedIOException | Store.Away e) {
                last = new IllegalStateException("waited in vain for " + what, e);
            }
            pass(AGAIN);
        }
        throw last;
    }

    static void pass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
