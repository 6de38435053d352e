package org.nuanxin.journeys;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalInt;

/** Who sends what a service's journal holds: one of its instances, as long as its session has the advisory lock. */
final class Relays {
    private static final String LEADER = """
            select pid from pg_locks join pg_database on pg_database.oid = pg_locks.database
            where locktype = 'advisory' and granted and datname = ? and (classid::bigint << 32 | objid::bigint) = ?
            """;
    private static final long LOCK = 0x6e75616e78696eL; // "nuanxin"

    private Relays() {}

    /** The session of PostgreSQL that has the lead, if one has it now. */
    static OptionalInt leader(String service) {
        String database = "jdbc:postgresql://" + Stack.running().address("postgres") + "/postgres";
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                PreparedStatement question = connection.prepareStatement(LEADER)) {
            question.setString(1, service);
            question.setLong(2, LOCK);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() ? OptionalInt.of(answer.getInt(1)) : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
