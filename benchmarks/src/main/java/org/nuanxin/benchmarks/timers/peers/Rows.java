package org.nuanxin.benchmarks.timers.peers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.nuanxin.dispatch.dispatches.Boards;
import org.nuanxin.dispatch.handling.Alert;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.journal.EventJson;
import org.nuanxin.kit.transactions.Ids;

/** The rows that an effect writes beside the state: a batch of each kind. */
final class Rows {
    private static final String ALERT = """
            insert into alert (alert_id, request_id, cause, level, place_id, recipients, state, told_at, acknowledged_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (alert_id) do update set
                level = excluded.level, place_id = excluded.place_id, recipients = excluded.recipients,
                state = excluded.state, told_at = excluded.told_at, acknowledged_by = excluded.acknowledged_by
            """;
    private static final String JOURNAL = """
            with appended as (
                insert into journal (event_id, topic, key, type, subject, at, payload) values (?, ?, ?, ?, ?, ?, ?)
                returning id)
            insert into journal_unsent (id) select id from appended
            """;
    private static final String TIMELINE = """
            with story as (
                insert into timeline_head (subject, seq) values (?, 1)
                on conflict (subject) do update set seq = timeline_head.seq + 1
                returning subject, seq),
            board as (
                insert into timeline_head (subject, seq) values (?, 1)
                on conflict (subject) do update set seq = timeline_head.seq + 1
                returning subject, seq)
            insert into timeline (subject, seq, also, also_seq, type, at, data)
            select story.subject, story.seq, board.subject, board.seq, ?, ?, ? from story, board
            """;

    private Rows() {}

    static void alerts(Connection connection, UUID request, List<Alert> alerts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALERT)) {
            for (Alert alert : alerts) {
                statement.setObject(1, alert.id());
                statement.setObject(2, request);
                statement.setString(3, alert.cause().name());
                statement.setString(4, alert.level().name());
                statement.setString(5, alert.placeId());
                statement.setArray(
                        6, connection.createArrayOf("text", alert.recipients().toArray()));
                statement.setString(7, alert.state().name());
                statement.setObject(8, Effect.time(alert.toldAt()));
                statement.setString(9, alert.acknowledgedBy());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void journal(Connection connection, List<Event> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(JOURNAL)) {
            for (Event event : events) {
                statement.setObject(1, Ids.next(event.at()));
                statement.setString(2, Topic.of(event).topicName());
                statement.setString(3, event.key());
                statement.setString(4, event.getClass().getSimpleName());
                statement.setString(5, event.subject());
                statement.setObject(6, Effect.time(event.at()));
                statement.setString(7, EventJson.write(event));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Last, since others wait for the head of a board from here to the commit. */
    static void timelines(Connection connection, List<Event> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TIMELINE)) {
            for (Event event : events) {
                statement.setString(1, event.subject());
                statement.setString(2, Boards.timelineOf(event.key()));
                statement.setString(3, event.getClass().getSimpleName());
                statement.setObject(4, Effect.time(event.at()));
                statement.setString(5, EventJson.write(event));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
