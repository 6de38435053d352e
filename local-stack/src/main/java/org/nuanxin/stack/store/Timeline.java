package org.nuanxin.stack.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One course of what was written. Each restoration begins another, which shares with the course it left what was written up to a
 * position of the log, and nothing after it.
 *
 * @param number PostgreSQL's
 * @param left the positions at which earlier timelines were left for this one
 */
record Timeline(int number, Map<Integer, Long> left) {
    private static final Timeline FIRST = new Timeline(1, Map.of());
    private static final Pattern HISTORY = Pattern.compile("([0-9A-F]{8})\\.history");
    private static final Pattern LEFT = Pattern.compile("(?m)^(\\d+)\\s+([0-9A-F]+/[0-9A-F]+)\\s");
    private static final Pattern BEGIN = Pattern.compile("START WAL LOCATION: ([0-9A-F]+/[0-9A-F]+) ");
    private static final Pattern BEGUN_ON = Pattern.compile("START TIMELINE: (\\d+)");

    /**
     * The one on which the server was then: the newest that had begun, as the times of the files tell; the newest of all where no
     * time is given.
     *
     * @param wal the archive's folder of segments
     */
    static Timeline at(Optional<Instant> time, Path wal) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(wal)) {
            newestFirst = files.filter(file ->
                            HISTORY.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path history : newestFirst) {
            Instant begun = Files.getLastModifiedTime(history).toInstant();
            if (time.isEmpty() || begun.isBefore(time.get())) return of(history);
        }
        return FIRST;
    }

    private static Timeline of(Path history) throws IOException {
        String number = found(HISTORY, history.getFileName().toString());
        Map<Integer, Long> left = new HashMap<>();
        LEFT.matcher(Files.readString(history))
                .results()
                .forEach(line -> left.put(Integer.valueOf(line.group(1)), position(line.group(2))));
        return new Timeline(Integer.parseInt(number, 16), left);
    }

    /** Whether what was backed up is part of this course. */
    boolean goesOnFrom(Path backup) throws IOException {
        String label = Files.readString(backup.resolve("backup_label"));
        int timeline = Integer.parseInt(found(BEGUN_ON, label));
        return timeline == number || position(found(BEGIN, label)) < left.getOrDefault(timeline, 0L);
    }

    private static String found(Pattern pattern, String text) throws IOException {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map(match -> match.group(1))
                .orElseThrow(() -> new IOException("no %s in: %s".formatted(pattern, text)));
    }

    /** A position as PostgreSQL writes it: its upper and its lower half in hexadecimal digits. */
    private static long position(String halves) {
        String[] parts = halves.split("/", 2);
        return Long.parseLong(parts[0], 16) << 32 | Long.parseLong(parts[1], 16);
    }
}
