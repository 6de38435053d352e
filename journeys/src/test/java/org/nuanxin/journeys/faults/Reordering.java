package org.nuanxin.journeys.faults;

import static org.nuanxin.journeys.faults.DeliveryFaults.bytes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * While no service reaches Kafka, what they have recorded comes there in another order: only what is about the same thing stays in
 * its own, as Kafka promises. Afterwards the services send it themselves, in theirs.
 */
final class Reordering {
    private static final String UNSENT = """
            select topic, key, type, subject, event_id, payload from journal_unsent join journal using (id) order by id""";

    private Reordering() {}

    static void strike(Fault.Scene scene) {
        for (int windows = 0; windows < 3; windows++) {
            Wait.pass(scene.chance().between(Duration.ofMillis(200), Duration.ofSeconds(2)));
            scene.rig().linksTo("kafka").forEach(Link::cut);
            Wait.pass(scene.chance().between(Duration.ofSeconds(2), Duration.ofSeconds(5)));
            try (KafkaProducer<byte[], byte[]> producer = DeliveryFaults.producer(scene.rig())) {
                shuffled(scene).forEach(record -> {
                    var _ = producer.send(record);
                });
            }
            scene.rig().linksTo("kafka").forEach(Link::mend);
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> shuffled(Fault.Scene scene) {
        Map<String, Deque<List<String>>> queues = new LinkedHashMap<>();
        for (Store store : scene.rig().stores()) {
            for (List<String> row : store.table(UNSENT)) {
                queues.computeIfAbsent(row.get(0) + row.get(3), first -> new ArrayDeque<>())
                        .add(row);
            }
        }
        List<Deque<List<String>>> left = new ArrayList<>(queues.values());
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (!left.isEmpty()) {
            Deque<List<String>> queue = scene.chance().oneOf(left);
            records.add(record(queue.remove()));
            if (queue.isEmpty()) left.remove(queue);
        }
        return records;
    }

    private static ProducerRecord<byte[], byte[]> record(List<String> row) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(row.get(0), bytes(row.get(1)), bytes(row.get(5)));
        record.headers().add("ce_type", bytes(row.get(2)));
        record.headers().add("ce_subject", bytes(row.get(3)));
        record.headers().add("ce_id", bytes(row.get(4)));
        return record;
    }
}
