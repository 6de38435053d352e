package org.nuanxin.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.journal.CloudEvent;
import org.nuanxin.kit.journal.EventJson;

/**
 * An event as it came from Kafka.
 *
 * @param event null where it could not be read
 * @param fault why it could not be read, else null
 */
record Arrival(
        UUID id,
        String topic,
        String type,
        String subject,
        String payload,
        @Nullable String trace,
        @Nullable Event event,
        @Nullable String fault) {

    /** Null for a type this version does not know: it is skipped. */
    static @Nullable Arrival of(ConsumerRecord<String, String> message) {
        Topic topic = Topic.named(message.topic()).orElseThrow();
        String type = Objects.requireNonNullElse(header(message, CloudEvent.TYPE), "");
        return topic.types().stream()
                .filter(known -> known.getSimpleName().equals(type))
                .findFirst()
                .map(known -> read(message, type, known.asSubclass(Event.class)))
                .orElse(null);
    }

    static Arrival of(UUID id, String topic, String type, String subject, String payload, @Nullable String trace) {
        Class<? extends Event> known = Topic.named(topic).orElseThrow().types().stream()
                .filter(candidate -> candidate.getSimpleName().equals(type))
                .findFirst()
                .orElseThrow()
                .asSubclass(Event.class);
        try {
            return new Arrival(id, topic, type, subject, payload, trace, EventJson.read(payload, known), null);
        } catch (JsonProcessingException | RuntimeException e) {
            return new Arrival(id, topic, type, subject, payload, trace, null, "unreadable: " + reason(e));
        }
    }

    private static Arrival read(ConsumerRecord<String, String> message, String type, Class<? extends Event> known) {
        String payload = Objects.requireNonNullElse(message.value(), "");
        Arrival arrival =
                of(id(message), message.topic(), type, subject(message), payload, header(message, CloudEvent.TRACE));
        return arrival.event() != null && !known.isInstance(arrival.event())
                ? arrival.faulty("not a " + type)
                : arrival;
    }

    Arrival faulty(String why) {
        return new Arrival(id, topic, type, subject, payload, trace, null, why);
    }

    /** A record that does not say its id still gets the same one every time it is delivered. */
    private static UUID id(ConsumerRecord<String, String> message) {
        String id = header(message, CloudEvent.ID);
        try {
            return UUID.fromString(Objects.requireNonNullElse(id, ""));
        } catch (IllegalArgumentException e) {
            String place = message.topic() + "-" + message.partition() + "-" + message.offset();
            return UUID.nameUUIDFromBytes(place.getBytes(UTF_8));
        }
    }

    private static String subject(ConsumerRecord<String, String> message) {
        String subject = header(message, CloudEvent.SUBJECT);
        return subject != null ? subject : Objects.requireNonNullElse(message.key(), "");
    }

    private static @Nullable String header(ConsumerRecord<String, String> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    /** The class and place only: the message of a parser may quote what it read. */
    private static String reason(Throwable fault) {
        return fault instanceof JsonProcessingException json && json.getLocation() != null
                ? fault.getClass().getSimpleName() + " at column "
                        + json.getLocation().getColumnNr()
                : fault.getClass().getSimpleName();
    }
}
