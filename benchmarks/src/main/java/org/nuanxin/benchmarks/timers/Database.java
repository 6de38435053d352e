package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.PGConnection;

/** The dispatch database, as its administrator sees it. */
final class Database implements AutoCloseable {
    private final Connection connection;
    private final String url;

    /** @param address host and port */
    Database(String address) throws SQLException {
        this.url = "jdbc:postgresql://" + address + "/dispatch";
        this.connection = DriverManager.getConnection(url, "postgres", "");
    }

    String url() {
        return url;
    }

    void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        }
    }

    /** The only value of the only row; 0 for null. */
    double number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    long count(String query) throws SQLException {
        return (long) number(query);
    }

    String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** @param lines in PostgreSQL's CSV form */
    void copy(String into, List<String> lines) throws SQLException, IOException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + into + " from stdin (format csv)", new StringReader(String.join("\n", lines)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
