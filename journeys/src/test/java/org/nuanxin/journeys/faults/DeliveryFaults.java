package org.nuanxin.journeys.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka delivers again, from the beginning, or to others. */
final class DeliveryFaults {
    private static final int TIMES = 10;

    private DeliveryFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("delivered-ten-times", DeliveryFaults::deliversAgain),
                new Fault("offsets-reset", DeliveryFaults::resetsOffsets),
                new Fault("consumers-come-and-go", DeliveryFaults::comesAndGoes),
                new Fault("reordered", Reordering::strike),
                new Fault("poison", Poison::strike));
    }

    /** Everything of these requests, as it was, while they go on; the last time when they have ended. */
    private static void deliversAgain(Fault.Scene scene) {
        for (int time = 0; time < TIMES; time++) {
            Wait.pass(Duration.ofMillis(800));
            if (time == TIMES - 1) scene.street().awaitEnd();
            sendAgain(scene);
        }
    }

    private static void sendAgain(Fault.Scene scene) {
        List<String> requests = scene.street().history().requests().values().stream()
                .flatMap(ids -> ids.stream())
                .toList();
        try (KafkaProducer<byte[], byte[]> producer = producer(scene.rig())) {
            for (Event event : scene.told().byNow()) {
                if (!requests.contains(event.subject())) continue;
                ConsumerRecord<byte[], byte[]> record = event.record();
                var _ = producer.send(new ProducerRecord<>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()));
            }
        }
    }

    static KafkaProducer<byte[], byte[]> producer(Rig rig) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", rig.kafka()), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A group's offsets can be set while nobody is in it: its service stands still for that long. */
    private static void resetsOffsets(Fault.Scene scene) throws ExecutionException, InterruptedException {
        String service = scene.chance().oneOf(Rig.SERVICES);
        Wait.pass(scene.chance().between(Duration.ZERO, Duration.ofSeconds(4)));
        Part part = scene.rig().part(service);
        part.freeze();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", scene.rig().kafka()))) {
            Wait.that("the group to be empty", () -> isEmpty(admin, service));
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(service)
                    .partitionsToOffsetAndMetadata()
                    .get();
            admin.alterConsumerGroupOffsets(
                            service,
                            read.keySet().stream()
                                    .collect(Collectors.toMap(each -> each, each -> new OffsetAndMetadata(0))))
                    .all()
                    .get();
        } finally {
            part.thaw();
        }
    }

    private static boolean isEmpty(Admin admin, String group) {
        try {
            return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                    .allMatch(each -> each.members().isEmpty());
        } catch (ExecutionException notNow) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Somebody joins the group every two seconds, is given part of the work, does none of it and leaves again. */
    private static void comesAndGoes(Fault.Scene scene) {
        for (int times = 0; times < 8; times++) {
            String service = scene.chance().oneOf(Rig.SERVICES);
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", scene.rig().kafka());
            settings.put("group.id", service);
            settings.put("enable.auto.commit", "false");
            settings.put(
                    "partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
            try (KafkaConsumer<byte[], byte[]> guest =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                guest.subscribe(new ArrayList<>(Told.READERS.getOrDefault(service, List.of())));
                long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
                while (System.nanoTime() < end) guest.poll(Duration.ofMillis(100));
            }
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
