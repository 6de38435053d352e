package org.nuanxin.stack.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a JVM starts fast from: its ahead-of-time cache (JEP 514) of one build on one JDK. The first run is the training and
 * writes it when it ends in order; the next ones use it.
 *
 * @param ready written whole
 * @param training what a training run writes to
 */
public record StartCache(Path ready, Path training) {
    /**
     * Mapped where it was written, it stays pages of a file; moved, it would be memory of each process' own. An option for
     * diagnosis: another JDK may not know it.
     */
    private static final List<String> UNMOVED = Runtime.version().feature() == 25
            ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0")
            : List.of();

    /** How far a start goes with it. */
    public enum Use {
        NONE,
        READ,
        WRITE;

        /** As the options of a JVM have it: whoever names a cache themself is not contradicted. */
        public static Use with(List<String> options) {
            if (options.stream().anyMatch(option -> option.startsWith("-XX:AOTCache"))) return NONE;
            return options.stream().anyMatch(option -> option.startsWith("-XX:AOT")) ? READ : WRITE;
        }

        public Use atMost(Use other) {
            return compareTo(other) < 0 ? this : other;
        }
    }

    /** The one of what was built last as this jar, in a folder of its own. */
    public static StartCache of(Path jar, Path folder) throws IOException {
        String build = Runtime.version() + "-" + Files.getLastModifiedTime(jar).toMillis();
        return new StartCache(folder.resolve(build + ".aot"), folder.resolve(build + ".training"));
    }

    boolean isReady() {
        return Files.exists(ready);
    }

    List<String> options() {
        if (!isReady()) return List.of("-XX:AOTCacheOutput=" + training);
        return Stream.concat(UNMOVED.stream(), Stream.of("-XX:AOTCache=" + ready))
                .toList();
    }

    /** To be called before a training run; what earlier builds left is of no use to anybody. */
    void prepare() throws IOException {
        Files.createDirectories(ready.getParent());
        if (isReady()) return;
        try (Stream<Path> left = Files.list(ready.getParent())) {
            for (Path file : left.toList()) Files.delete(file);
        }
    }

    /** To be called when the run has ended by itself: only what was written to its end is used. */
    void keep() throws IOException {
        if (!isReady() && Files.exists(training)) Files.move(training, ready, StandardCopyOption.ATOMIC_MOVE);
    }
}
