package org.nuanxin.dispatch.candidates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.AlertLimits;

/**
 * What is remembered of a volunteer besides what they say of themselves.
 *
 * @param askedSince the day or night that {@code asked} counts in
 * @param asked how often they were asked in it
 * @param helped when they helped, as far as the last seven days go
 * @param lastHelpedAt null where nothing is known of it
 * @param ratings how many they were given
 * @param stars the sum of them
 * @param refusals in a row, since they last accepted anything
 */
public record Standing(
        Instant askedSince,
        int asked,
        List<Instant> helped,
        @Nullable Instant lastHelpedAt,
        int ratings,
        int stars,
        int refusals) {
    public static final Standing NEW = new Standing(Instant.EPOCH, 0, List.of(), null, 0, 0, 0);
    public static final Duration LATELY = Duration.ofDays(7);

    /** A few ratings say little: they count together with so many usual ones. */
    private static final int USUAL_RATINGS = 5;

    private static final int USUAL_STARS = 4;

    /** How often they were asked in the day or night of that moment. */
    public int askedBy(Instant now) {
        return askedSince.equals(AlertLimits.since(now)) ? asked : 0;
    }

    /** How many requests they helped with in the seven days before. */
    public int helpedLately(Instant now) {
        Instant from = now.minus(LATELY);
        int count = 0;
        for (Instant at : helped) if (at.isAfter(from)) count++;
        return count;
    }

    /** Stars above the usual, below one; nobody who has not been rated is better or worse. */
    public double starsAboveUsual() {
        return (stars + USUAL_RATINGS * (double) USUAL_STARS) / (ratings + USUAL_RATINGS) - USUAL_STARS;
    }

    public Standing asked(Instant since, int times) {
        return new Standing(since, times, helped, lastHelpedAt, ratings, stars, refusals);
    }
}
