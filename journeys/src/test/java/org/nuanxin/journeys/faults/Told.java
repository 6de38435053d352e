package org.nuanxin.journeys.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Everything in Kafka, read on from where it was read last. */
final class Told implements AutoCloseable {
    /** Who reads what. */
    static final Map<String, List<String>> READERS = Map.of(
            "intake", List.of("dispatch.dispatches.v1", "feedback.ratings.v1"),
            "dispatch",
                    List.of(
                            "intake.requests.v1",
                            "intake.directory.v1",
                            "volunteer.volunteers.v1",
                            "volunteer.positions.v1",
                            "volunteer.answers.v1",
                            "feedback.ratings.v1"),
            "volunteer", List.of("intake.requests.v1", "intake.directory.v1", "dispatch.dispatches.v1"),
            "feedback", List.of("intake.requests.v1", "intake.directory.v1", "dispatch.dispatches.v1"));

    static final List<String> TOPICS = List.of(
            "intake.requests.v1",
            "intake.directory.v1",
            "dispatch.dispatches.v1",
            "dispatch.alerts.v1",
            "volunteer.volunteers.v1",
            "volunteer.positions.v1",
            "volunteer.answers.v1",
            "feedback.ratings.v1");

    private final Map<String, Object> address;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Event> events = new LinkedHashMap<>();
    private final List<String> personal = new ArrayList<>();

    Told(Rig rig) {
        address = Map.of("bootstrap.servers", rig.kafka());
        consumer = new KafkaConsumer<>(address, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> all = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
    }

    /** All events by now, each once. */
    Collection<Event> byNow() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::keep);
        }
        return events.values();
    }

    /** Which records held a personal word. */
    List<String> personal() {
        return personal;
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        String value = record.value() == null ? "" : new String(record.value(), UTF_8);
        if (History.CANARIES.stream().anyMatch(value::contains)) {
            personal.add(
                    "a personal word in %s-%d at %d".formatted(record.topic(), record.partition(), record.offset()));
        }
        String id = header(record, "ce_id");
        String type = header(record, "ce_type");
        String subject = header(record, "ce_subject");
        if (id == null || type == null || subject == null) return;
        events.putIfAbsent(id, new Event(id, record.topic(), type, subject, json(value), record));
    }

    private static JsonNode json(String value) {
        try {
            return Calls.JSON.readTree(value);
        } catch (IOException notOurs) {
            return MissingNode.getInstance();
        }
    }

    static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    /** What the services have still to acknowledge. */
    Stream<String> unread() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        try (Admin admin = Admin.create(address)) {
            List<String> unread = new ArrayList<>();
            for (Map.Entry<String, List<String>> reader : READERS.entrySet()) {
                Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(
                                Map.of(reader.getKey(), new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata()
                        .get();
                ends.forEach((partition, end) -> {
                    long left = end - offset(read.get(partition));
                    if (left > 0 && reader.getValue().contains(partition.topic()))
                        unread.add("%d of %s unread by %s".formatted(left, partition, reader.getKey()));
                });
            }
            return unread.stream();
        } catch (ExecutionException notNow) {
            return Stream.of(notNow.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Stream.of(e.toString());
        }
    }

    private static long offset(@Nullable OffsetAndMetadata read) {
        return read == null ? 0 : read.offset();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
