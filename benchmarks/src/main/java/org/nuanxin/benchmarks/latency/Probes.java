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

/** What the way cannot do without, measured bare: a commit, and a record through the broker. */
final class Probes {
    private static final int TIMES = 300;
    private static final TopicPartition PROBE = new TopicPartition("bench.probe", 0);

    private Probes() {}

    /** One row inserted and committed by one connection. */
    static Times commit(String postgres) throws SQLException {
        Times times = new Times();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://" + postgres + "/intake", "intake", "intake");
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_commit (at timestamptz)");
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                statement.execute("insert into bench_commit values (now())");
                times.record(Duration.ofNanos(System.nanoTime() - began));
            }
        }
        return times;
    }

    /** One record from a producer, acknowledged by all, to a consumer. */
    static Times hop(String kafka) throws Exception {
        makeTopic(kafka);
        Times times = new Times();
        try (var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                        new StringSerializer(),
                        new StringSerializer());
                var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka, "auto.offset.reset", "latest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            producer.partitionsFor(PROBE.topic());
            consumer.assign(List.of(PROBE));
            consumer.seekToEnd(List.of(PROBE));
            consumer.position(PROBE);
            for (int i = 0; i < TIMES; i++) {
                long began = System.nanoTime();
                var _ = producer.send(new ProducerRecord<>(PROBE.topic(), 0, null, "probe"));
                while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                    Thread.onSpinWait();
                }
                times.record(Duration.ofNanos(System.nanoTime() - began));
            }
        }
        return times;
    }

    /** The broker makes none by itself. */
    private static void makeTopic(String kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(PROBE.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }
}
