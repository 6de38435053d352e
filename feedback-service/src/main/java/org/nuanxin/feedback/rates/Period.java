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

    private static @Nullable Instant instant(String field, @Nullable String text, int daysLater) {
        if (text == null || text.isEmpty()) return null;
        try {
            return text.length() == LENGTH_OF_A_DAY
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZONE)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Invalid.field(field, Period.class, "UnfitDate");
        }
    }
}
