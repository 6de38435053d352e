package org.nuanxin.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Topic;

/**
 * One event as it stands in the journal.
 *
 * @param age how long ago it happened, by the database's clock, when it was read
 */
record JournalRow(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        String subject,
        Instant at,
        String payload,
        @Nullable String trace,
        Duration age) {

    static JournalRow of(Row row) {
        return new JournalRow(
                row.getLong(0),
                row.getUUID(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getOffsetDateTime(6).toInstant(),
                row.getString(7),
                row.getString(8),
                Duration.between(row.getOffsetDateTime(6), row.getOffsetDateTime(9)));
    }

    /** Positions leave no trail: their rows go as soon as they are sent. */
    boolean forgotten() {
        return topic.equals(Topic.POSITIONS.topicName());
    }

    /** @param prefix what stands before the names of this cell's topics */
    ProducerRecord<String, String> asRecord(String prefix) {
        ProducerRecord<String, String> message = new ProducerRecord<>(prefix + topic, key, payload);
        header(message, CloudEvent.SPEC_VERSION, "1.0");
        header(message, CloudEvent.ID, eventId.toString());
        header(message, CloudEvent.TYPE, type);
        header(message, CloudEvent.SOURCE, topic.substring(0, topic.indexOf('.')) + "-service");
        header(message, CloudEvent.SUBJECT, subject);
        header(message, CloudEvent.TIME, at.toString());
        header(message, CloudEvent.CONTENT_TYPE, "application/json");
        if (trace != null) {
            header(message, CloudEvent.TRACE, trace);
        }
        return message;
    }

    private static void header(ProducerRecord<String, String> message, String name, String value) {
        message.headers().add(name, value.getBytes(UTF_8));
    }
}
