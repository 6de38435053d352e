package org.nuanxin.benchmarks.growth;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Open requests in any number: one that came in as every other does, copied with all that the four services keep of it, each copy
 * with an id and a reference of its own. Their clocks are moved so far away that none fires meanwhile.
 */
final class Crowd {
    private static final List<String> SERVICES = List.of("intake", "dispatch", "volunteer", "feedback");
    /** What has happened is not copied, only what is. */
    private static final String TABLES = """
            select relname from pg_stat_user_tables where relname not in
                ('journal', 'journal_unsent', 'inbox', 'command', 'dead_letter', 'flyway_schema_history', 'contact_look')
            """;

    private static final int AT_ONCE = 10_000;

    private final String address;
    private final String id;
    private final String reference;
    private int size;

    Crowd(String address, String id, String reference) {
        this.address = address;
        this.id = id;
        this.reference = reference;
    }

    void growTo(int many) throws SQLException {
        if (size == 0) postpone();
        for (String service : SERVICES) {
            try (Connection database = connect(service);
                    Statement statement = database.createStatement()) {
                List<String> tables = tables(statement);
                for (String table : tables) statement.execute(template(table));
                for (int from = size; from < many; from += AT_ONCE) {
                    for (String table : tables) {
                        statement.execute(copy(table, from, Math.min(many, from + AT_ONCE)));
                    }
                }
                for (String table : tables) statement.execute("vacuum analyze " + table);
            }
        }
        writeDown();
        size = many;
    }

    /** Or PostgreSQL does so while something is measured. */
    private void writeDown() throws SQLException {
        try (Connection database =
                        DriverManager.getConnection("jdbc:postgresql://" + address + "/postgres", "postgres", "");
                Statement statement = database.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private void postpone() throws SQLException {
        try (Connection database = connect("dispatch");
                Statement statement = database.createStatement()) {
            statement.execute("update timer set due_at = due_at + interval '1 year' where subject = '" + id + "'");
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) tables.add(rows.getString(1));
        }
        return tables;
    }

    /** The rows that tell of the request, found once: looking for them takes as long as the table is. */
    private String template(String table) {
        return """
                create temporary table template_%1$s as
                select line from %1$s t, lateral (select to_jsonb(t)::text as line) as written where line like '%%%2$s%%'
                """.formatted(table, id);
    }

    private String copy(String table, int from, int to) {
        return """
                insert into %1$s
                select copied.* from template_%1$s, generate_series(%4$d, %5$d) n, md5('crowd-' || n) as name,
                    jsonb_populate_record(null::%1$s, replace(replace(line,
                        '%2$s', name::uuid::text), '%3$s', 'NX-' || upper(left(name, 10)))::jsonb) as copied
                on conflict do nothing
                """.formatted(table, id, reference, from + 1, to);
    }

    private Connection connect(String service) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + service, service, service);
    }
}
