package org.nuanxin.feedback.rates;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
            return plain(text.length() == LENGTH_OF_A_DAY ? day(text, daysLater) : OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            throw Invalid.field(field, Period.class, "UnfitDate");
        }
    }

    private static OffsetDateTime day(String text, int daysLater) {
        return LocalDate.parse(text).plusDays(daysLater).atStartOfDay(ZONE).toOffsetDateTime();
    }

    /** Years of four digits: not all of the others can be kept. */
    private static Instant plain(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) throw new DateTimeException("not a time of RFC 3339");
        return time.toInstant();
    }
}
