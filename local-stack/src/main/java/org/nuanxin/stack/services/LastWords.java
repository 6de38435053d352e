package org.nuanxin.stack.services;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process that died said about it: its last cause, else its last line. */
final class LastWords {
    private LastWords() {}

    static String in(Path log) {
        List<String> lines = lines(log);
        return lines.stream()
                .filter(line -> line.startsWith("Caused by: "))
                .map(line -> line.substring("Caused by: ".length()))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> lines.isEmpty() ? "without a word" : lines.getLast());
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
