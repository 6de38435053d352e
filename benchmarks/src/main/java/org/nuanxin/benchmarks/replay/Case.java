package org.nuanxin.benchmarks.replay;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** One real case, as far as the replay needs it; position as parts (0 to 1) of the city's extent. */
record Case(LocalDateTime openedAt, String serviceType, double north, double east) {
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final double SOUTHMOST = 42.2304;
    private static final double NORTHMOST = 42.3944;
    private static final double WESTMOST = -71.19;
    private static final double EASTMOST = -70.99;

    /** The cases of a day, by the time at which they were opened. */
    static List<Case> of(LocalDate day, Path cases, Path serviceTypes) throws IOException {
        Map<String, String> mapping = mapping(serviceTypes);
        try (Reader reader =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(cases)), StandardCharsets.UTF_8)) {
            return CSV.parse(reader).stream()
                    .filter(row -> row.get("opened_at").startsWith(day.toString()))
                    .map(row -> of(row, mapping))
                    .sorted(Comparator.comparing(Case::openedAt))
                    .toList();
        }
    }

    static Map<String, String> mapping(Path serviceTypes) throws IOException {
        Map<String, String> mapping = new HashMap<>();
        try (Reader reader = Files.newBufferedReader(serviceTypes)) {
            CSV.parse(reader).forEach(row -> mapping.put(row.get("type"), row.get("service_type")));
        }
        return mapping;
    }

    private static Case of(CSVRecord row, Map<String, String> mapping) {
        return new Case(
                LocalDateTime.parse(row.get("opened_at")),
                mapping.getOrDefault(row.get("type"), "other"),
                part(row.get("latitude"), SOUTHMOST, NORTHMOST),
                part(row.get("longitude"), WESTMOST, EASTMOST));
    }

    /** Cases without a position happen in the middle. */
    private static double part(String degrees, double from, double to) {
        return degrees.isBlank() ? 0.5 : Math.clamp((Double.parseDouble(degrees) - from) / (to - from), 0, 1);
    }
}
