package org.nuanxin.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was said in a topic, however often. */
record Event(
        String id, String topic, String type, String subject, JsonNode body, ConsumerRecord<byte[], byte[]> record) {
    String text(String field) {
        return body.path(field).asText();
    }

    int version() {
        return body.path("version").asInt();
    }

    Instant at() {
        return instant("at");
    }

    Instant instant(String field) {
        return Instant.parse(text(field));
    }

    @Override
    public String toString() {
        return "%s %s of %s".formatted(type, id, subject);
    }
}
