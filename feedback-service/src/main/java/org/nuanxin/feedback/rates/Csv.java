package org.nuanxin.feedback.rates;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with formulas defused: a spreadsheet would run a cell that begins with one of {@code = + - @}, tab or return. */
final class Csv {
    private static final String BEGINS_FORMULA = "=+-@\t\r";
    private static final String NEEDS_QUOTES = ",\"\r\n";

    private Csv() {}

    static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value == null) return "";
        String text = value instanceof Number ? value.toString() : defused(value.toString());
        return text.chars().anyMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String defused(String text) {
        return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
