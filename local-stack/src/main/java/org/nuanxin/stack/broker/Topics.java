package org.nuanxin.stack.broker;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.nuanxin.events.Topic;
import org.nuanxin.stack.start.CannotStart;

/** The topics of one cell. A consumer that starts before its topic is there would not see it for minutes. */
public final class Topics implements AutoCloseable {
    private static final String A_DAY = String.valueOf(Duration.ofDays(1).toMillis());

    /** A sender's clock that is ahead would have all that it sends refused. */
    private static final AlterConfigOp STAMPED_ON_ARRIVAL =
            new AlterConfigOp(new ConfigEntry("message.timestamp.type", "LogAppendTime"), AlterConfigOp.OpType.SET);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Admin admin;
    private final String bootstrap;
    private final String prefix;

    private Topics(Admin admin, String bootstrap, String prefix) {
        this.admin = admin;
        this.bootstrap = bootstrap;
        this.prefix = prefix;
    }

    /** @param prefix what stands before the names of a cell's topics */
    public static Topics at(String bootstrap, String prefix) {
        return new Topics(Admin.create(Map.of("bootstrap.servers", bootstrap)), bootstrap, prefix);
    }

    /** Whether there is none of them, and so nothing of what may have been sent. */
    public boolean areMissing() {
        Set<String> present = present();
        return Arrays.stream(Topic.values()).map(this::name).noneMatch(present::contains);
    }

    /** Makes those that are missing, and sees to it that all, also those of an earlier version, are stamped on arrival. */
    public void create() {
        Set<String> present = present();
        List<NewTopic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !present.contains(name(topic)))
                .map(this::described)
                .toList();
        answered(admin.createTopics(missing).all());
        awaitSeen(missing);
        answered(admin.incrementalAlterConfigs(stampedOnArrival()).all());
    }

    private Map<ConfigResource, Collection<AlterConfigOp>> stampedOnArrival() {
        return Arrays.stream(Topic.values())
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, name(topic)))
                .collect(Collectors.toMap(topic -> topic, _ -> List.of(STAMPED_ON_ARRIVAL)));
    }

    /** They are made by the controller; the broker hears of them a moment later. */
    private void awaitSeen(List<NewTopic> made) {
        List<String> names = made.stream().map(NewTopic::name).toList();
        try {
            while (!present().containsAll(names)) Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Set<String> present() {
        return answered(admin.listTopics().names());
    }

    private <T> T answered(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new CannotStart(
                    "Kafka at %s has no topics (%s): see its log.".formatted(bootstrap, e.getMessage()), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CannotStart interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CannotStart("The start was interrupted.", e);
    }

    private String name(Topic topic) {
        return prefix + topic.topicName();
    }

    private NewTopic described(Topic topic) {
        return new NewTopic(name(topic), Topic.PARTITIONS, (short) 1).configs(kept(topic));
    }

    /** Where somebody was is forgotten after a day. */
    private static Map<String, String> kept(Topic topic) {
        if (topic == Topic.POSITIONS) return Map.of("cleanup.policy", "compact,delete", "retention.ms", A_DAY);
        if (topic.compacted()) return Map.of("cleanup.policy", "compact");
        return Map.of();
    }

    @Override
    public void close() {
        admin.close();
    }
}
