package org.nuanxin.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as a child process. It does not sync to disk: tests stop it, they do not cut the power. */
final class EmbeddedPostgresServer implements Server {
    private final int port = Ports.free();
    private final Path data = Folder.untilExit("nuanxin-postgres", this::stop).resolve("data");
    private @Nullable EmbeddedPostgres running;

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public synchronized void start() {
        if (running != null) return;
        Quiet.please();
        try {
            running = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", Integer.toString(Postgres.MAX_CONNECTIONS))
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public synchronized void stop() {
        if (running == null) return;
        try {
            running.close();
            running = null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
