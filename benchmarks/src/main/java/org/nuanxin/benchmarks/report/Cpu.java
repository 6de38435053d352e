package org.nuanxin.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Processor time as {@code /proc} counts it, in hundredths of a second. */
public final class Cpu {
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int OF_CHILDREN = 13;

    private Cpu() {}

    /** What a process has taken, its children not included. */
    public static Duration of(long pid) {
        return stat(pid).map(fields -> ticks(fields, USER)).orElse(Duration.ZERO);
    }

    /** What PostgreSQL has taken, with all its processes, those that have ended included. */
    public static Duration ofPostgres(long postmaster) {
        Duration ended = stat(postmaster)
                .map(fields -> ticks(fields, USER).plus(ticks(fields, OF_CHILDREN)))
                .orElse(Duration.ZERO);
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .flatMap(name -> stat(Long.parseLong(name)).stream())
                    .filter(fields -> Long.parseLong(fields[PARENT]) == postmaster)
                    .map(fields -> ticks(fields, USER))
                    .reduce(ended, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration ticks(String[] fields, int from) {
        return Duration.ofMillis(10 * (Long.parseLong(fields[from]) + Long.parseLong(fields[from + 1])));
    }

    /** The fields after the name, which may hold blanks; nothing where the process has just ended. */
    private static Optional<String[]> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("No such process")) return Optional.empty();
            throw new UncheckedIOException(e);
        }
    }
}
