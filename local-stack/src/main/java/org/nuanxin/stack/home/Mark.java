package org.nuanxin.stack.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose being there says something, and goes on saying it whatever is interrupted. */
public record Mark(Path file) {
    public boolean stands() {
        return Files.exists(file);
    }

    public void set() throws IOException {
        if (!stands()) Files.createFile(file);
    }

    public void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
