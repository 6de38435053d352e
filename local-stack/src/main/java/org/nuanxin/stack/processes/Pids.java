package org.nuanxin.stack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process ids of the running parts, one file a part, so that what a killed launcher left can be found and ended. */
public final class Pids {
    public static final String POSTGRES = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(1);

    private final Path folder;

    public Pids(Path folder) {
        this.folder = folder;
    }

    void write(String part, long pid) throws IOException {
        Files.writeString(file(part), pid + "\n");
    }

    void remove(String part) throws IOException {
        Files.deleteIfExists(file(part));
    }

    private Path file(String part) {
        return folder.resolve(part + ".pid");
    }

    /** Ends what an earlier launcher left: first the services, then PostgreSQL, as an orderly stop does. */
    public void stopOrphans() throws IOException {
        if (!Files.isDirectory(folder)) return;
        List<Path> services;
        try (Stream<Path> all = Files.list(folder)) {
            services = all.filter(file -> file.toString().endsWith(".pid"))
                    .filter(file -> !file.equals(file(POSTGRES)))
                    .toList();
        }
        for (Path service : services) stopOrphan(service, Signal.TERM);
        stopOrphan(file(POSTGRES), Signal.INT);
    }

    /** Ends the process whose id is the file's first line, if it still runs. */
    public static void stopOrphan(Path file, Signal signal) throws IOException {
        if (!Files.exists(file)) return;
        Optional<ProcessHandle> orphan = processOf(file);
        if (orphan.isPresent()) Processes.stop(orphan.get(), signal, PATIENCE);
        Files.deleteIfExists(file);
    }

    /** The process that the file was written for, and not another one that was given its number later. */
    private static Optional<ProcessHandle> processOf(Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        return Files.readAllLines(file).stream()
                .limit(1)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)).stream())
                .filter(process -> startOf(process).isBefore(written.plus(CLOCK_GRAIN)))
                .findFirst();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.MAX);
    }
}
