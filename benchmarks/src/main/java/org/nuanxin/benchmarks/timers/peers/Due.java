package org.nuanxin.benchmarks.timers.peers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A row of {@code bench.due}.
 *
 * @param timer request and kind, with a slash between
 */
record Due(String timer, Instant at) {
    static List<Due> all(DataSource database) throws SQLException {
        List<Due> all = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select subject || '/' || kind, due_at from bench.due")) {
            while (rows.next()) {
                all.add(new Due(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
        }
        return all;
    }
}
