package org.nuanxin.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.events.Topic;

class KafkaBrokerTest {
    @TempDir
    Path folder;

    int port;
    int controllerPort;
    String bootstrap;

    @BeforeEach
    void two_free_ports() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            port = one.getLocalPort();
            controllerPort = other.getLocalPort();
            bootstrap = "localhost:" + port;
        }
    }

    @Test
    void has_every_topic_of_every_cell_and_keeps_what_is_in_them() throws Exception {
        try (KafkaBroker _ = start();
                Topics topics = Topics.at(bootstrap, "");
                Topics eastern = Topics.at(bootstrap, "east.")) {
            assertThat(topics.areMissing()).isTrue();
            topics.create();
            eastern.create();
            assertTopics("");
            assertTopics("east.");
            send(new ProducerRecord<>(Topic.REQUESTS.topicName(), 0, "community-1", "kept"));
        }

        try (KafkaBroker _ = start();
                Topics topics = Topics.at(bootstrap, "")) {
            assertThat(topics.areMissing()).isFalse();
            assertThat(received()).isEqualTo("kept");
        }
    }

    @Test
    void takes_what_a_sender_says_whose_clock_is_ahead_also_in_topics_of_an_earlier_version() throws Exception {
        try (KafkaBroker _ = start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
                Topics topics = Topics.at(bootstrap, "")) {
            NewTopic earlier = new NewTopic(Topic.REQUESTS.topicName(), Topic.PARTITIONS, (short) 1);
            admin.createTopics(List.of(earlier)).all().get();
            topics.create();

            long ahead = System.currentTimeMillis() + Duration.ofHours(2).toMillis();
            for (Topic topic : Topic.values()) { // the broker hears a moment later how they are stamped
                await().ignoreExceptions().until(() -> {
                    send(new ProducerRecord<>(topic.topicName(), 0, ahead, "community-1", "from a clock ahead"));
                    return true;
                });
            }

            assertThat(received()).isEqualTo("from a clock ahead");
        }
    }

    private KafkaBroker start() {
        return KafkaBroker.start(folder, new Listeners(port, controllerPort, Map.of()));
    }

    private void assertTopics(String prefix) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<String> names = Arrays.stream(Topic.values())
                    .map(topic -> prefix + topic.topicName())
                    .toList();
            Map<String, TopicDescription> topics =
                    admin.describeTopics(names).allTopicNames().get();
            assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == Topic.PARTITIONS);
            for (Topic topic : Topic.values()) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, prefix + topic.topicName());
                Config config = Objects.requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource));
                String cleanup = config.get("cleanup.policy").value();
                assertThat(cleanup.contains("compact")).as(topic.topicName()).isEqualTo(topic.compacted());
            }
        }
    }

    private void send(ProducerRecord<String, String> event) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(event).get();
        }
    }

    private String received() {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topic.REQUESTS.topicName(), 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
