package org.nuanxin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** A server's data, kept from start to start and gone with the JVM. */
final class Folder {
    private Folder() {}

    /** @param last what must happen before the folder goes: its server stops */
    static Path untilExit(String prefix, Runnable last) {
        try {
            Path folder = Files.createTempDirectory(prefix);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                last.run();
                FileUtils.deleteQuietly(folder.toFile());
            }));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
