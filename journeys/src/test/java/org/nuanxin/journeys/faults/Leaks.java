package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Personal words in the logs; traces are written there too. */
final class Leaks {
    private final Path logs;
    private final Map<Path, Integer> read = new HashMap<>();
    private final Set<String> found = new TreeSet<>();

    Leaks(Path logs) {
        this.logs = logs;
    }

    /** In which files, in all that was written by now. */
    Set<String> found() {
        try (Stream<Path> files = Files.list(logs)) {
            files.filter(file -> news(file).anyMatch(Leaks::isPersonal))
                    .forEach(file -> found.add(file.getFileName().toString()));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> news(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int from = Math.min(all.length, read.getOrDefault(file, 0));
            read.put(file, all.length);
            return new String(all, from, all.length - from, StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPersonal(String line) {
        return History.CANARIES.stream().anyMatch(line::contains);
    }
}
