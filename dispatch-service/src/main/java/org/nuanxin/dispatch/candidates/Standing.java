package org.nuanxin.dispatch.candidates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.dispatch.experience.Experience.Answer;
import org.nuanxin.dispatch.experience.Experience.Answered;
import org.nuanxin.dispatch.experience.Experience.Asked;
import org.nuanxin.dispatch.experience.Experience.Helped;
import org.nuanxin.dispatch.experience.Experience.Rated;
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

    public Standing after(Experience experience, Instant now) {
        return switch (experience) {
            case Asked asked -> asked(AlertLimits.since(now), askedBy(now) + 1);
            case Answered answered -> answered(answered.answer());
            case Helped helped -> helpedAt(now);
            case Rated rated ->
                new Standing(askedSince, asked, helped, lastHelpedAt, ratings + 1, stars + rated.stars(), refusals);
        };
    }

    Standing asked(Instant since, int times) {
        return new Standing(since, times, helped, lastHelpedAt, ratings, stars, refusals);
    }

    /** As it was before they were asked so often now. */
    public Standing withoutAsking(int times) {
        return asked(askedSince, asked - times);
    }

    /** Silence is not refusal: it neither adds to a row of them nor ends it. */
    private Standing answered(Answer answer) {
        int row = switch (answer) {
            case ACCEPTED -> 0;
            case REFUSED -> refusals + 1;
            case SILENT -> refusals;
        };
        return new Standing(askedSince, asked, helped, lastHelpedAt, ratings, stars, row);
    }

    private Standing helpedAt(Instant now) {
        List<Instant> lately = Stream.concat(
                        helped.stream().filter(at -> at.isAfter(now.minus(LATELY))), Stream.of(now))
                .toList();
        return new Standing(askedSince, asked, lately, now, ratings, stars, refusals);
    }
}
