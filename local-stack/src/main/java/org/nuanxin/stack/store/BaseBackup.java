package org.nuanxin.stack.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import org.nuanxin.stack.start.CannotStart;

/**
 * A copy of the files of a running server, made as PostgreSQL's manual says ("Making a Base Backup Using the Low Level API"),
 * since the embedded server comes without pg_basebackup.
 */
public final class BaseBackup {
    /** What is in these folders belongs to the run of a server, or comes from the archive. */
    private static final Set<String> LEFT_EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");

    private BaseBackup() {}

    /**
     * Takes one, and waits until all that it needs has been archived.
     *
     * @param home the data folder of the running stack
     */
    public static Path take(Path home, String server, Archive archive) throws IOException, SQLException {
        Path data = home.resolve("postgres/data");
        String url = "jdbc:postgresql://%s/postgres".formatted(server);
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            requireArchiving(statement, archive);
            Path unfinished = archive.unfinishedBackup();
            statement.execute("select pg_backup_start('nuanxin', true)");
            copy(data, unfinished);
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
                stopped.next();
                Files.writeString(unfinished.resolve("backup_label"), stopped.getString(1));
            }
            return Files.move(unfinished, archive.nextBackup(Instant.now()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void requireArchiving(Statement statement, Archive archive) throws SQLException {
        try (ResultSet set = statement.executeQuery("select current_setting('archive_command')")) {
            set.next();
            if (set.getString(1).equals(archive.archiveCommand())) return;
            throw new CannotStart(
                    "What is written is not archived to %1$s: start with --archive %1$s.".formatted(archive.folder()));
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new Copying(from, to));
    }

    /** A server may work on meanwhile: what it deletes is not missed, what it writes stands in the archive. */
    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Path copy = to.resolve(from.relativize(folder));
            Files.createDirectories(copy);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
            boolean empty = LEFT_EMPTY.contains(from.relativize(folder).toString());
            return empty ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (LEFT_OUT.contains(file.getFileName().toString())) return FileVisitResult.CONTINUE;
            try {
                Path copy = to.resolve(from.relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            } catch (NoSuchFileException deletedMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw failure;
        }
    }
}
