package org.nuanxin.stack.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nuanxin.stack.home.Folders;
import org.nuanxin.stack.processes.Pids;
import org.nuanxin.stack.processes.Signal;
import org.nuanxin.stack.start.CannotStart;

/** PostgreSQL's files, and whether they were ever made to the end. */
final class DataFolder {
    private final Path folder;
    private final String version;

    DataFolder(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** A folder whose making was interrupted holds nothing yet and is made anew; one of another version is left alone. */
    void prepare() throws IOException {
        Files.createDirectories(folder);
        Pids.stopOrphan(path().resolve("postmaster.pid"), Signal.INT);
        if (!complete()) Folders.delete(path());
        Path versionFile = path().resolve("PG_VERSION");
        if (!Files.exists(versionFile)) return;
        String found = Files.readString(versionFile).strip();
        if (!found.equals(version)) {
            throw new CannotStart(
                    "The data in %s were written by PostgreSQL %s, this is %s: start with --fresh, which deletes them, or point NUANXIN_HOME at another folder."
                            .formatted(folder, found, version));
        }
    }

    Path path() {
        return folder.resolve("data");
    }

    boolean complete() {
        return Files.exists(mark());
    }

    void markComplete() throws IOException {
        Files.createFile(mark());
    }

    private Path mark() {
        return folder.resolve("complete");
    }
}
