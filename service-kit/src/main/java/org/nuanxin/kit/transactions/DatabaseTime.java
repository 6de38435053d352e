package org.nuanxin.kit.transactions;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What time it is in the database, from what it last said and what has passed since by a clock that nobody sets. It said so before
 * it was heard, so as long as both clocks go alike this is behind by what an answer took, never ahead, and does not go back. The
 * database has the last word: a transaction goes on only where {@code time_is} agrees.
 */
final class DatabaseTime {
    /** For so long what was heard sooner after it was said counts more than what was said later. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private @Nullable Word best;
    private Instant told = Instant.MIN;

    /** @param nanos a clock that nobody sets, such as {@link System#nanoTime} */
    DatabaseTime(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Said by the database at {@code time}, heard at {@code at}. */
    private record Word(Instant time, long at) {
        Instant carriedTo(long nanos) {
            return time.plusNanos(nanos - at);
        }

        boolean isOld(long nanos) {
            return nanos - at > GOOD_FOR.toNanos();
        }
    }

    /** Empty where it has to be asked. In microseconds, as the database counts. */
    synchronized Optional<Instant> now() {
        if (best == null) return Optional.empty();
        Instant now = best.carriedTo(nanos.getAsLong()).truncatedTo(ChronoUnit.MICROS);
        if (now.isAfter(told)) told = now;
        return Optional.of(told);
    }

    /** The database has just said what time it is. */
    synchronized void heard(Instant time) {
        Word word = new Word(time, nanos.getAsLong());
        if (best == null || best.isOld(word.at()) || best.carriedTo(word.at()).isBefore(time)) best = word;
    }

    /** It was wrong. */
    synchronized void forget() {
        best = null;
        told = Instant.MIN;
    }
}
