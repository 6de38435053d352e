package org.nuanxin.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The size of every table, its indexes included, and how many rows are waiting in those that should be nearly empty. */
final class Tables implements AutoCloseable {
    private static final String SIZES = "select relname, pg_total_relation_size(relid) from pg_stat_user_tables";
    private static final String WAITING =
            "select (select count(*) from journal_unsent), (select count(*) from timer), (select count(*) from dead_letter)";

    private final Map<String, Connection> databases = new LinkedHashMap<>();

    Tables(String address) throws SQLException {
        for (String service : Gauges.SERVICES) {
            String url = "jdbc:postgresql://" + address + "/" + service;
            databases.put(service, DriverManager.getConnection(url, service, service));
        }
    }

    Map<String, Double> read() throws SQLException {
        Map<String, Double> values = new TreeMap<>();
        for (var database : databases.entrySet()) {
            String service = database.getKey();
            try (Statement statement = database.getValue().createStatement()) {
                sizes(service, statement, values);
                waiting(service, statement, values);
            }
        }
        return values;
    }

    private static void sizes(String service, Statement statement, Map<String, Double> values) throws SQLException {
        try (ResultSet rows = statement.executeQuery(SIZES)) {
            while (rows.next()) {
                double megabytes = rows.getLong(2) / (double) (1 << 20);
                values.put(service + "." + rows.getString(1) + " MB", megabytes);
                values.merge(service + " tables MB", megabytes, Double::sum);
            }
        }
    }

    private static void waiting(String service, Statement statement, Map<String, Double> values) throws SQLException {
        try (ResultSet row = statement.executeQuery(WAITING)) {
            row.next();
            values.put(service + " unsent", row.getDouble(1));
            values.put(service + " timers", row.getDouble(2));
            values.put(service + " dead letters", row.getDouble(3));
        }
    }

    /** The only number of the only row. */
    long count(String service, String query) throws SQLException {
        Connection database = databases.get(service);
        if (database == null) throw new IllegalArgumentException(service);
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first column of all rows. */
    Set<String> texts(String service, String query) throws SQLException {
        Connection database = databases.get(service);
        if (database == null) throw new IllegalArgumentException(service);
        Set<String> texts = new HashSet<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        for (Connection database : databases.values()) database.close();
    }
}
