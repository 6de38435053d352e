package org.nuanxin.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.nuanxin.events.Topic;

/** The Kafka of this JVM's tests. */
public final class Kafka {
    private final Server server;

    Kafka(Server server) {
        this.server = server;
    }

    public String bootstrapServers() {
        return server.address();
    }

    /** Every topic of the event contracts, as production has them; those that exist stay as they are. */
    public void createTopics() {
        try (Admin admin = admin()) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = Arrays.stream(Topic.values())
                    .filter(topic -> !existing.contains(topic.topicName()))
                    .map(Kafka::asDefined)
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Until {@link #start} nothing can be sent or received. */
    public void stop() {
        server.stop();
    }

    /** The same data at the same address again. */
    public void start() {
        server.start();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (Admin admin = admin()) {
                return !admin.describeCluster().nodes().get().isEmpty();
            }
        });
    }

    private static NewTopic asDefined(Topic topic) {
        return new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1)
                .configs(Map.of(
                        "cleanup.policy",
                        topic.compacted() ? "compact" : "delete",
                        "message.timestamp.type",
                        "LogAppendTime"));
    }

    private Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }
}
