package org.nuanxin.stack.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nuanxin.stack.home.Folders;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/**
 * Brings the databases back to how they were at a time. What was there before is set aside, not deleted. Kafka is emptied, since its
 * topics tell of what the databases no longer know.
 */
public final class Restoration {
    private static final String SET_ASIDE = "before-";
    private static final Duration LONGEST_REPLAY = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Home home;
    private final Archive archive;
    private final Console console;
    private final Path data;

    private Restoration(Home home, Archive archive, Console console) {
        this.home = home;
        this.archive = archive;
        this.console = console;
        this.data = home.folder("postgres").resolve("data");
    }

    /** @param home of a stack that does not run */
    public static Restoration of(Home home, Archive archive, Console console) {
        return new Restoration(home, archive, console);
    }

    /** @param until the time to come back to; the end of the archive where it is empty */
    public void to(Optional<Instant> until) throws IOException, SQLException {
        Timeline course = archive.timelineAt(until);
        Path backup = archive.backupBefore(until, course);
        console.say("postgres", "from %s".formatted(backup));
        home.refillNeeded().set();
        setAside();
        BaseBackup.copy(backup, data);
        takeOverUnarchived();
        tellWhatToReplay(until, course);
        replay();
        Folders.delete(home.folder("kafka"));
        console.say("kafka", "emptied");
    }

    private void setAside() throws IOException {
        Path before = data.resolveSibling(SET_ASIDE + Instant.now().toEpochMilli());
        Files.createDirectories(data.getParent());
        if (!Files.exists(data)) return;
        Files.move(data, before);
        console.say("postgres", "what was there is now in %s".formatted(before));
    }

    /** The last segments, written when a server was killed, may not have reached the archive: of this course, and of those left. */
    private void takeOverUnarchived() throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(data.getParent(), SET_ASIDE + "*")) {
            for (Path before : all) takeOver(before.resolve("pg_wal"));
        }
    }

    private void takeOver(Path segments) throws IOException {
        if (!Files.isDirectory(segments)) return;
        try (Stream<Path> files = Files.list(segments)) {
            for (Path segment : files.filter(Files::isRegularFile).toList()) {
                Path here = data.resolve("pg_wal").resolve(segment.getFileName());
                if (archive.has(segment) || Files.exists(here)) continue;
                Files.copy(segment, here, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void tellWhatToReplay(Optional<Instant> until, Timeline course) throws IOException {
        Files.createFile(data.resolve("recovery.signal"));
        Files.write(
                data.resolve("postgresql.auto.conf"),
                List.of(
                        "restore_command = '%s'".formatted(archive.restoreCommand()),
                        "recovery_target_time = '%s'"
                                .formatted(until.map(Restoration::time).orElse("")),
                        "recovery_target_timeline = '%d'".formatted(course.number()),
                        "recovery_target_action = 'promote'"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** In its settings PostgreSQL knows time zones by their offsets only. */
    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "+00:00");
    }

    /** A server on a port of its own replays, and is ended again: whoever starts next finds ordinary data. */
    private void replay() throws IOException, SQLException {
        DataFolder folder = new DataFolder(home.folder("postgres"), PostgresStore.VERSION);
        if (!folder.complete()) folder.markComplete();
        int port = freePort();
        try (PostgresStore _ = PostgresStore.start(home, port, Optional.of(archive), List.of(), console)) {
            awaitPromoted(port);
        }
        Files.writeString(data.resolve("postgresql.auto.conf"), "");
        console.say("postgres", "replayed");
    }

    private void awaitPromoted(int port) throws SQLException {
        String url = "jdbc:postgresql://localhost:%d/postgres".formatted(port);
        long end = System.nanoTime() + LONGEST_REPLAY.toNanos();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            while (isReplaying(statement)) {
                if (System.nanoTime() > end) throw new CannotStart("It replays for too long: see logs/postgres.log.");
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The restoration was interrupted: do it again.", e);
        }
    }

    private static boolean isReplaying(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select pg_is_in_recovery()")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
