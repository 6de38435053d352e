package org.nuanxin.benchmarks.timers.peers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benchmarks.timers.City;
import org.nuanxin.dispatch.dispatches.StateJson;
import org.nuanxin.dispatch.handling.Decision;
import org.nuanxin.dispatch.handling.Engine;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.dispatch.handling.TimerKey;

/** What one timer does, in one transaction, as an application on JDBC does it: load, decide, record. */
final class Effect {
    private static final City CITY = new City();
    private static final OffsetDateTime NEVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private final DataSource database;
    private final OtherTimers timers;

    Effect(DataSource database, OtherTimers timers) {
        this.database = database;
        this.timers = timers;
    }

    /** How the next timers are set and those without a reason cancelled. */
    interface OtherTimers {
        void change(Connection transaction, UUID request, Map<TimerKey, Instant> set, Set<TimerKey> cancelled)
                throws SQLException;
    }

    void fire(String requestAndKind) {
        int slash = requestAndKind.indexOf('/');
        fire(UUID.fromString(requestAndKind.substring(0, slash)), requestAndKind.substring(slash + 1));
    }

    private void fire(UUID request, String kind) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                inTransaction(connection, request, TimerKey.parse(kind));
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inTransaction(Connection connection, UUID request, TimerKey timer) throws SQLException {
        Optional<Loaded> loaded = load(connection, request);
        if (loaded.isEmpty()) return;
        Decision decision = Engine.decide(
                loaded.get().handling(), new Input.Due(timer), loaded.get().now(), CITY);
        put(connection, decision.handling());
        Rows.alerts(connection, request, decision.alerts());
        Rows.journal(connection, decision.events());
        timers.change(connection, request, decision.timers(), decision.cancelled());
        Rows.timelines(connection, decision.events());
    }

    private record Loaded(Handling handling, Instant now) {}

    private static Optional<Loaded> load(Connection connection, UUID request) throws SQLException {
        String sql = "select state::text, clock_timestamp() from dispatch where request_id = ? for update";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, request);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) return Optional.empty();
                return Optional.of(new Loaded(
                        StateJson.read(rows.getString(1)),
                        rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
        }
    }

    private static void put(Connection connection, Handling handling) throws SQLException {
        String sql = "update dispatch set status = ?, due_at = ?, state = ?::json where request_id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, handling.status().name());
            Instant due = handling.dueAt(CITY);
            statement.setObject(2, due == null ? NEVER : time(due));
            statement.setString(3, StateJson.write(handling));
            statement.setObject(4, handling.matter().requestId());
            statement.executeUpdate();
        }
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
