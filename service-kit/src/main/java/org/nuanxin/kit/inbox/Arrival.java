package org.nuanxin.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Objects;
import java.util.Optional;
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
 * @param type empty where it does not say one
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
    static @Nullable Arrival of(ConsumerRecord<String, String> message, Topic topic) {
        String type = Objects.requireNonNullElse(header(message, CloudEvent.TYPE), "");
        if (!type.isEmpty() && known(topic.topicName(), type).isEmpty()) {
            return null;
        }
        Arrival arrival = of(
                id(message),
                topic.topicName(),
                type,
                "",
                storable(Objects.requireNonNullElse(message.value(), "")),
                header(message, CloudEvent.TRACE));
        return arrival.about(subject(message, arrival.event()));
    }

    /** As it was put aside among the dead letters, or is about to be. */
    static Arrival of(UUID id, String topic, String type, String subject, String payload, @Nullable String trace) {
        Arrival unread = new Arrival(id, topic, type, subject, payload, trace, null, null);
        Class<? extends Event> known = known(topic, type).orElse(null);
        if (known == null) {
            return unread.faulty("does not say what it is");
        }
        try {
            Event event = EventJson.read(payload, known);
            Objects.requireNonNull(event.subject());
            Objects.requireNonNull(event.at());
            return new Arrival(id, topic, type, subject, payload, trace, event, null);
        } catch (JsonProcessingException | RuntimeException e) {
            return unread.faulty("unreadable: " + reason(e));
        }
    }

    Arrival faulty(String why) {
        return new Arrival(id, topic, type, subject, payload, trace, null, why);
    }

    private Arrival about(String someone) {
        return new Arrival(id, topic, type, someone, payload, trace, event, fault);
    }

    private static Optional<Class<? extends Event>> known(String topic, String type) {
        return Topic.named(topic).orElseThrow().types().stream()
                .filter(candidate -> candidate.getSimpleName().equals(type))
                .findFirst()
                .map(candidate -> candidate.asSubclass(Event.class));
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

    private static String subject(ConsumerRecord<String, String> message, @Nullable Event event) {
        String said = header(message, CloudEvent.SUBJECT);
        if (said != null) {
            return said;
        }
        return event != null ? event.subject() : storable(Objects.requireNonNullElse(message.key(), ""));
    }

    private static @Nullable String header(ConsumerRecord<String, String> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : storable(new String(header.value(), UTF_8));
    }

    /** PostgreSQL keeps every character but this one. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    /** The class and place only: the message of a parser may quote what it read. */
    private static String reason(Throwable fault) {
        return fault instanceof JsonProcessingException json && json.getLocation() != null
                ? fault.getClass().getSimpleName() + " at column "
                        + json.getLocation().getColumnNr()
                : fault.getClass().getSimpleName();
    }
}
