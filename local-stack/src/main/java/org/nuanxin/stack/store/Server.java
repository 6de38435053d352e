package org.nuanxin.stack.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The server. The library starts it for throw-away tests; here what is committed must be on the disk. */
final class Server implements AutoCloseable {
    /** It calls it an error that the server it closes has been stopped already, which is how it is done here. */
    private static final Logger LIBRARY = Logger.getLogger(EmbeddedPostgres.class.getName());

    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final int port;
    private final Optional<Archive> archive;
    private @Nullable EmbeddedPostgres postgres;

    Server(Path data, Path log, int port, Optional<Archive> archive) {
        this.data = data;
        this.log = log;
        this.port = port;
        this.archive = archive;
        LIBRARY.setLevel(Level.OFF);
    }

    /** Starts it, or starts it again when it has died. */
    synchronized ProcessHandle start() throws IOException {
        close();
        postgres = settings().start();
        return postmaster();
    }

    /** The library knows pg_ctl's process only, which ends when the server is up. */
    private ProcessHandle postmaster() throws IOException {
        String pid =
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow(() -> new IOException("PostgreSQL has ended again"));
    }

    private EmbeddedPostgres.Builder settings() {
        ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        EmbeddedPostgres.Builder settings = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(LONGEST_RECOVERY)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("autovacuum_naptime", "10s") // a minute leaves millions of cancelled timers lying
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "400")
                .setServerConfig("timezone", "UTC")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(toLog)
                .setErrorRedirector(toLog);
        archive.ifPresent(to -> archived(settings, to));
        return settings;
    }

    /** The settings pass through a shell. */
    private static void archived(EmbeddedPostgres.Builder settings, Archive archive) {
        settings.setServerConfig("archive_mode", "on")
                .setServerConfig("archive_timeout", "60s")
                .setServerConfig("archive_command", "'" + archive.archiveCommand() + "'");
    }

    @Override
    public synchronized void close() {
        if (postgres == null) return;
        try {
            postgres.close();
            postgres = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
