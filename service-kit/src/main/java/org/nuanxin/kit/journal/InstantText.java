package org.nuanxin.kit.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants of four-digit years as text, {@code 2026-11-22T09:30:00.123456Z}: as many thousandths as are needed. */
final class InstantText {
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int SECONDS = 19; // characters up to the end of the seconds
    private static final int LONGEST = 30;

    private InstantText() {}

    static String of(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) return instant.toString();
        LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), ZoneOffset.UTC);
        char[] text = "0000-00-00T00:00:00.000000000Z".toCharArray();
        put(text, 0, 4, time.getYear());
        put(text, 5, 2, time.getMonthValue());
        put(text, 8, 2, time.getDayOfMonth());
        put(text, 11, 2, time.getHour());
        put(text, 14, 2, time.getMinute());
        put(text, 17, 2, time.getSecond());
        put(text, 20, 9, time.getNano());
        int end = time.getNano() == 0 ? SECONDS : SECONDS + 1 + digits(time.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1);
    }

    private static int digits(int nano) {
        if (nano % 1_000_000 == 0) return 3;
        return nano % 1000 == 0 ? 6 : 9;
    }

    private static void put(char[] text, int from, int digits, int number) {
        for (int i = from + digits - 1, rest = number; i >= from; i--, rest /= 10) text[i] = (char) ('0' + rest % 10);
    }

    /** Null for whatever is not written in just this way. */
    static @Nullable Instant parse(String text) {
        int end = text.length() - 1;
        if (end < SECONDS || end >= LONGEST || !looksLikeOne(text, end)) return null;
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS);
        int nano = end == SECONDS ? 0 : nano(text, end);
        if (year < 0 || nano < 0 || !inDay(hour, minute, second) || !inYear(year, month, day)) return null;
        return LocalDateTime.of(year, month, day, hour, minute, second, nano).toInstant(ZoneOffset.UTC);
    }

    private static boolean looksLikeOne(String text, int end) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(end) == 'Z'
                && (end == SECONDS || (text.charAt(SECONDS) == '.' && end > SECONDS + 1));
    }

    private static boolean inDay(int hour, int minute, int second) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    }

    private static boolean inYear(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
    }

    private static int nano(String text, int end) {
        int nano = number(text, SECONDS + 1, end);
        for (int digit = end - SECONDS - 1; digit < 9 && nano > 0; digit++) nano *= 10;
        return nano;
    }

    /** -1 where anything else than digits stands. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }
}
