package org.nuanxin.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The PostgreSQL of this JVM's tests. */
public final class Postgres {
    static final int MAX_CONNECTIONS = 200;
    static final String ADMINISTRATOR = "postgres";

    private final Server server;

    Postgres(Server server) {
        this.server = server;
    }

    /** An empty database of this name, in the place of the one that may have been there, with a role of this name. */
    public Database freshDatabase(String name) {
        try (Connection connection = administration().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists \"%s\" with (force)".formatted(name));
            statement.execute("drop role if exists \"%s\"".formatted(name));
            statement.execute("create role \"%1$s\" login password '%1$s'".formatted(name));
            statement.execute("create database \"%1$s\" owner \"%1$s\"".formatted(name));
            return new Database(server.address(), name, name, name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Ends every connection; until {@link #start} new ones are refused. */
    public void stop() {
        server.stop();
    }

    /** The same data at the same address again. */
    public void start() {
        server.start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (Connection connection = administration().connect()) {
                return connection.isValid(1);
            }
        });
    }

    private Database administration() {
        return new Database(server.address(), "postgres", ADMINISTRATOR, ADMINISTRATOR);
    }
}
