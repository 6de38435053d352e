package org.nuanxin.journeys.abuse;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nuanxin.journeys.Stack;

/** What stands in the tables of a service that only its callers write: how many rows, and a sum over all they say. */
final class Rows {
    private static final Map<String, List<String>> TABLES = Map.of(
            "intake",
            List.of("request", "command", "journal", "resident", "place", "service_type"),
            "dispatch",
            List.of("command", "webhook", "block", "staff", "policy", "calendar"),
            "volunteer",
            List.of("command", "volunteer", "credential", "shift", "offer_answer", "report"),
            "feedback",
            List.of("command", "rating", "reopening", "journal"));

    private Rows() {}

    static Map<String, String> of(String service) {
        String url = "jdbc:postgresql://" + Stack.running().address("postgres") + "/" + service;
        Map<String, String> rows = new TreeMap<>();
        try (Connection database = DriverManager.getConnection(url, service, service);
                Statement statement = database.createStatement()) {
            for (String table : TABLES.getOrDefault(service, List.of())) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) || ' rows, sum ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                + table + " t")) {
                    row.next();
                    rows.put(table, row.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
