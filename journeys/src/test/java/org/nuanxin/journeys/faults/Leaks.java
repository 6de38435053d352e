package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Personal words in the logs; traces are written there too. */
final class Leaks {
    private final Path logs;
    private final Map<Path, Integer> read = new HashMap<>();

    Leaks(Path logs) {
        this.logs = logs;
    }

    /** In what was written since the last look. */
    List<String> found() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> news(file).anyMatch(Leaks::isPersonal))
                    .map(file -> "a personal word in " + file.getFileName())
                    .toList();
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
