package org.nuanxin.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

public final class Folders {
    private Folders() {}

    /** Deletes a file, or a folder with all that is in it; nothing where there is none. */
    public static void delete(Path path) throws IOException {
        if (!Files.exists(path)) return;
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) Files.delete(each);
    }
}
