package org.nuanxin.stack.broker;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.nuanxin.events.Topic;
import org.nuanxin.stack.start.CannotStart;

/** A consumer that starts before its topic is there would not see it for minutes. */
public final class Topics {
    private static final String A_DAY = String.valueOf(Duration.ofDays(1).toMillis());

    private Topics() {}

    /** Makes those that are missing. */
    public static void create(String bootstrap) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = Arrays.stream(Topic.values())
                    .filter(topic -> !present.contains(topic.topicName()))
                    .map(Topics::described)
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new CannotStart("Kafka makes no topics (%s): see logs/stack.log.".formatted(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private static NewTopic described(Topic topic) {
        NewTopic described = new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1);
        return described.configs(configuration(topic));
    }

    /** Where somebody was is forgotten after a day. */
    private static Map<String, String> configuration(Topic topic) {
        if (topic == Topic.POSITIONS) return Map.of("cleanup.policy", "compact,delete", "retention.ms", A_DAY);
        if (topic.compacted()) return Map.of("cleanup.policy", "compact");
        return Map.of();
    }
}
