package org.nuanxin.stack.recovery;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.nuanxin.stack.start.CannotStart;

/**
 * The services' databases, one of the name of each, with a role of that name.
 *
 * @param server host and port
 * @param password of every role; null where it is the role's name, as in the local stack
 */
public record Databases(String server, @Nullable String password) {
    /** Those of the stack that runs from a folder, unless NUANXIN_POSTGRES and NUANXIN_DATABASE_PASSWORD name others. */
    static Databases of(Path home) throws IOException {
        Optional<String> named = Optional.ofNullable(System.getenv("NUANXIN_POSTGRES"));
        return new Databases(
                named.isPresent() ? named.get() : running(home), System.getenv("NUANXIN_DATABASE_PASSWORD"));
    }

    private static String running(Path home) throws IOException {
        Path about = home.resolve("run/stack.properties");
        Properties addresses = new Properties();
        if (Files.exists(about)) {
            try (Reader reader = Files.newBufferedReader(about)) {
                addresses.load(reader);
            }
        }
        return Optional.ofNullable(addresses.getProperty("postgres"))
                .orElseThrow(() -> new CannotStart(
                        "Nothing runs on the data in %s: start it, or name another server by NUANXIN_POSTGRES=host:port."
                                .formatted(home)));
    }

    Connection connect(String service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(server, service), service, password == null ? service : password);
    }
}
