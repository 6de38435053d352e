package org.nuanxin.feedback.rates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.Invalid;

/** From when to when submissions count: days of the country's one time zone, both included, or instants, the end not included. */
record Period(@Nullable Instant from, @Nullable Instant to) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LENGTH_OF_A_DAY = "2026-03-01".length();

    static Period of(@Nullable String from, @Nullable String to) {
        return new Period(instant("from", from, 0), instant("to", to, 1));
    }

    /** Years of four digits: not all of the others can be kept. */
    private static boolean isPlain(OffsetDateTime time) {
        return time.getYear() >= 1 && time.getYear() <= 9999;
    }

    private static @Nullable Instant instant(String field, @Nullable String text, int daysLater) {
        if (text == null || text.isEmpty()) return null;
        try {
            OffsetDateTime time = text.length() == LENGTH_OF_A_DAY
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZONE)
                            .toOffsetDateTime()
                    : OffsetDateTime.parse(text);
            if (isPlain(time)) return time.toInstant();
        } catch (DateTimeParseException e) {
            // as little a day as one of a year that no store knows
        }
        throw Invalid.field(field, Period.class, "UnfitDate");
    }
}
