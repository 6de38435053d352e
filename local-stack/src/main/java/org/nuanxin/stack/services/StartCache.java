package org.nuanxin.stack.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service starts fast from: the JVM's ahead-of-time cache (JEP 514) of one build on one JDK, beside the build. The
 * first run is the training and writes it when it ends in order; the next ones use it.
 *
 * @param ready written whole
 * @param training what a training run writes to
 */
record StartCache(Path ready, Path training) {
    static StartCache of(Path jar) throws IOException {
        Path folder = jar.resolveSibling("../start-cache").normalize();
        String build = Runtime.version() + "-" + Files.getLastModifiedTime(jar).toMillis();
        return new StartCache(folder.resolve(build + ".aot"), folder.resolve(build + ".training"));
    }

    boolean isReady() {
        return Files.exists(ready);
    }

    List<String> options() {
        return List.of(isReady() ? "-XX:AOTCache=" + ready : "-XX:AOTCacheOutput=" + training);
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
