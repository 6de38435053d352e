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

    private static final Duration PAUSE = Duration.ofMillis(10);

    private Topics() {}

    /**
     * Makes those that are missing.
     *
     * @param prefix what stands before the names of a cell's topics
     */
    public static void create(String bootstrap, String prefix) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = Arrays.stream(Topic.values())
                    .filter(topic -> !present.contains(prefix + topic.topicName()))
                    .map(topic -> described(topic, prefix))
                    .toList();
            admin.createTopics(missing).all().get();
            awaitSeen(admin, missing);
        } catch (ExecutionException e) {
            throw new CannotStart(
                    "Kafka at %s makes no topics (%s): see logs/stack.log.".formatted(bootstrap, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    /** They are made by the controller; the broker hears of them a moment later. */
    private static void awaitSeen(Admin admin, List<NewTopic> made) throws ExecutionException, InterruptedException {
        List<String> names = made.stream().map(NewTopic::name).toList();
        while (!admin.listTopics().names().get().containsAll(names)) Thread.sleep(PAUSE);
    }

    private static NewTopic described(Topic topic, String prefix) {
        NewTopic described = new NewTopic(prefix + topic.topicName(), Topic.PARTITIONS, (short) 1);
        return described.configs(configuration(topic));
    }

    /** Where somebody was is forgotten after a day. */
    private static Map<String, String> configuration(Topic topic) {
        if (topic == Topic.POSITIONS) return Map.of("cleanup.policy", "compact,delete", "retention.ms", A_DAY);
        if (topic.compacted()) return Map.of("cleanup.policy", "compact");
        return Map.of();
    }
}
