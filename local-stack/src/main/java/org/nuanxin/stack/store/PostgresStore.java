package org.nuanxin.stack.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.processes.Pids;
import org.nuanxin.stack.processes.Signal;
import org.nuanxin.stack.processes.Supervised;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/** A real PostgreSQL with a database and a role for each service. What is committed survives everything but the disk. */
public final class PostgresStore implements AutoCloseable {
    static final String VERSION = "18";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final DataFolder data;
    private final Server server;
    private final Supervised supervised;

    private PostgresStore(Home home, int port, Optional<Archive> archive, Console console) {
        this.data = new DataFolder(home.folder("postgres"), VERSION);
        this.server = new Server(data.path(), home.log(Pids.POSTGRES), port, archive);
        this.supervised = new Supervised(Pids.POSTGRES, server::start, Signal.INT, LONGEST_STOP, home.pids(), console);
    }

    /** Whether there is anything to be lost. */
    public static boolean hasData(Home home) {
        return new DataFolder(home.folder("postgres"), VERSION).complete();
    }

    /** @param archive where everything that is written goes, too */
    public static PostgresStore start(
            Home home, int port, Optional<Archive> archive, List<String> databases, Console console) {
        PostgresStore store = new PostgresStore(home, port, archive, console);
        try {
            RootGuard.requireUserNamespaces();
            if (archive.isPresent()) archive.get().prepare();
            store.data.prepare();
            store.supervised.start();
            if (!store.data.complete()) store.create(databases, port);
            return store;
        } catch (IOException | SQLException | IllegalStateException e) {
            store.close();
            throw new CannotStart(
                    "PostgreSQL does not start (%s): see %s, or start with --fresh, which deletes all data."
                            .formatted(e.getMessage(), home.log(Pids.POSTGRES)),
                    e);
        }
    }

    private void create(List<String> databases, int port) throws IOException, SQLException {
        String url = "jdbc:postgresql://localhost:%d/postgres".formatted(port);
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String name : databases) {
                statement.execute("create role %1$s login password '%1$s'".formatted(name));
                statement.execute("create database %1$s owner %1$s".formatted(name));
            }
        }
        data.markComplete();
    }

    @Override
    public void close() {
        supervised.close();
        server.close();
    }
}
