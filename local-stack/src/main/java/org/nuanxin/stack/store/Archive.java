package org.nuanxin.stack.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuanxin.stack.home.Folders;
import org.nuanxin.stack.start.CannotStart;

/**
 * A folder with backups of PostgreSQL's files and, in {@code wal}, everything that was written since: from a backup and that its
 * state at any time after the backup comes back.
 */
public record Archive(Path folder) {
    private static final String BACKUP = "base-";
    private static final DateTimeFormatter NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    public Archive {
        if (!folder.toString().matches("[\\w./-]+")) {
            throw new CannotStart(
                    "PostgreSQL is told of %s by a shell: choose a folder of plain letters.".formatted(folder));
        }
    }

    void prepare() throws IOException {
        Files.createDirectories(wal());
    }

    private Path wal() {
        return folder.resolve("wal");
    }

    /** What PostgreSQL calls for every full segment; a segment is there whole or not at all, and never overwritten. */
    String archiveCommand() {
        return "if test -f %1$s/%%f; then cmp -s %%p %1$s/%%f; else cp %%p %1$s/%%f.part && sync %1$s/%%f.part && mv %1$s/%%f.part %1$s/%%f; fi"
                .formatted(wal());
    }

    String restoreCommand() {
        return "cp %s/%%f %%p".formatted(wal());
    }

    /** Where a backup is made; what is there was interrupted and would spoil it. */
    Path unfinishedBackup() throws IOException {
        Path unfinished = folder.resolve("unfinished");
        Folders.delete(unfinished);
        return Files.createDirectories(unfinished);
    }

    Path nextBackup(Instant now) {
        return folder.resolve(BACKUP + NAMES.format(now));
    }

    /** @param time empty for the end of the archive */
    Timeline timelineAt(Optional<Instant> time) throws IOException {
        if (!Files.isDirectory(folder)) throw new CannotStart("There is no folder %s.".formatted(folder));
        prepare();
        return Timeline.at(time, wal());
    }

    /** The newest one that had been finished by then and from which that course went on. */
    Path backupBefore(Optional<Instant> until, Timeline course) throws IOException {
        String latest = BACKUP + until.map(NAMES::format).orElse("~");
        for (Path backup : newestFirst()) {
            if (backup.getFileName().toString().compareTo(latest) <= 0 && course.goesOnFrom(backup)) return backup;
        }
        throw new CannotStart("There is no backup in %s from before %s: ./recover backup makes one."
                .formatted(folder, until.map(Instant::toString).orElse("now")));
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("base-[\\dTZ.]+"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    boolean has(Path segment) {
        return Files.exists(wal().resolve(segment.getFileName()));
    }
}
