package org.nuanxin.dispatch.policy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How often one person is asked at most, whatever for. A person's day is the same whoever asks; a policy only says how much of
 * it may be taken.
 *
 * @param byDay from eight in the morning to nine in the evening
 * @param byNight in the other hours, urgent matters included
 */
public record AlertLimits(int byDay, int byNight) {
    public static final AlertLimits USUAL = new AlertLimits(12, 2);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    public int at(Instant now) {
        return since(now).atZone(ZONE).toLocalTime().equals(MORNING) ? byDay : byNight;
    }

    /** When the day or the night of that moment began. */
    public static Instant since(Instant now) {
        ZonedDateTime local = now.atZone(ZONE);
        LocalTime time = local.toLocalTime();
        if (!time.isBefore(EVENING)) return local.with(EVENING).toInstant();
        return time.isBefore(MORNING)
                ? local.minusDays(1).with(EVENING).toInstant()
                : local.with(MORNING).toInstant();
    }

    /** As many days pass in one as the time scale says. */
    AlertLimits times(int scale) {
        return new AlertLimits(byDay * scale, byNight * scale);
    }
}
