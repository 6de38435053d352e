package org.nuanxin.dispatch.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The days on which a country is free, and those it works in exchange, from {@code calendars/<country>.txt}. */
record PublicHolidays(Set<LocalDate> free, Set<LocalDate> worked) {
    static PublicHolidays of(String country) {
        List<String[]> lines = lines("/calendars/" + country + ".txt");
        return new PublicHolidays(dates(lines, "free"), dates(lines, "works"));
    }

    private static Set<LocalDate> dates(List<String[]> lines, String kind) {
        return lines.stream()
                .filter(line -> line[2].equals(kind))
                .flatMap(line -> LocalDate.parse(line[0])
                        .datesUntil(LocalDate.parse(line[1]).plusDays(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String[]> lines(String resource) {
        var found = Objects.requireNonNull(PublicHolidays.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
