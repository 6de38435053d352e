package org.nuanxin.benchmarks.latency;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.nuanxin.benchmarks.report.Times;

/**
 * What the way cannot do without, measured bare: a commit, and a record through the broker. Both at once after each other, as
 * fast as they go, and one at a time between the submissions, when caches and processors have turned to something else.
 */
final class Probes implements AutoCloseable {
    private static final int TIMES = 300;
    private static final TopicPartition PROBE = new TopicPartition("bench.probe", 0);

    private final Connection connection;
    private final Statement statement;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    Probes(String postgres, String kafka) throws Exception {
        connection = DriverManager.getConnection("jdbc:postgresql://" + postgres + "/intake", "intake", "intake");
        statement = connection.createStatement();
        statement.execute("create table if not exists bench_commit (at timestamptz)");
        makeTopic(kafka);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "latest"),
                new StringDeserializer(),
                new StringDeserializer());
        producer.partitionsFor(PROBE.topic());
        consumer.assign(List.of(PROBE));
        consumer.seekToEnd(List.of(PROBE));
        consumer.position(PROBE);
    }

    /** What is measured at a time. */
    interface Probe {
        Duration take() throws Exception;
    }

    static Times often(Probe probe) throws Exception {
        Times times = new Times();
        for (int i = 0; i < TIMES; i++) {
            times.record(probe.take());
        }
        return times;
    }

    /** One row inserted and committed by one connection. */
    Duration commit() throws SQLException {
        long began = System.nanoTime();
        statement.execute("insert into bench_commit values (now())");
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** One record from a producer, acknowledged by all, to a consumer. */
    Duration hop() {
        long began = System.nanoTime();
        var _ = producer.send(new ProducerRecord<>(PROBE.topic(), 0, null, "probe"));
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
            Thread.onSpinWait();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** The broker makes none by itself. */
    private static void makeTopic(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(PROBE.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Override
    public void close() throws SQLException {
        consumer.close();
        producer.close();
        connection.close();
    }
}
