package org.nuanxin.journeys.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** The database of one service, looked into past everything that stands between. */
final class Store {
    /** It does not answer now. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1;

        Away(String sql, SQLException cause) {
            super(sql, cause);
        }
    }

    private final String service;
    private final String address;

    Store(String service, String server) {
        this.service = service;
        this.address = "jdbc:postgresql://" + server + "/" + service;
    }

    String service() {
        return service;
    }

    /** Each row as its columns, written one behind the other. */
    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        for (List<String> row : table(sql)) {
            StringJoiner written = new StringJoiner(" ");
            row.forEach(written::add);
            rows.add(written.toString());
        }
        return rows;
    }

    List<List<String>> table(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) row.add(String.valueOf(result.getString(column)));
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new Away(sql, e);
        }
    }

    long count(String sql) {
        return Long.parseLong(table(sql).getFirst().getFirst());
    }

    void change(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Away(sql, e);
        }
    }

    /** As the server's superuser; the caller closes it. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(address, "postgres", "");
    }
}
