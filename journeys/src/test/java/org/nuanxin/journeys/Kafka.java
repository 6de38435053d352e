package org.nuanxin.journeys;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the services tell each other, seen from outside. */
final class Kafka {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, Object> ADDRESS =
            Map.of("bootstrap.servers", Stack.running().kafka());

    private Kafka() {}

    /** Until a service has let everything take effect that is in the topic now. */
    static void awaitReadBy(String service, String topic) {
        Map<TopicPartition, Long> ends = ends(topic);
        try (Admin admin = Admin.create(ADDRESS)) {
            await(service + " to have read " + topic)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> hasRead(admin, service, ends));
        }
    }

    static Set<String> topics() {
        try (Admin admin = Admin.create(ADDRESS)) {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> groups() {
        try (Admin admin = Admin.create(ADDRESS)) {
            return admin.listGroups().all().get().stream()
                    .map(GroupListing::groupId)
                    .toList();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which member of a service's consumer group reads what; nothing while they come to an agreement. */
    static Map<String, Set<TopicPartition>> shares(String service) {
        try (Admin admin = Admin.create(ADDRESS)) {
            ConsumerGroupDescription group = Objects.requireNonNull(
                    admin.describeConsumerGroups(List.of(service)).all().get().get(service));
            if (group.groupState() != GroupState.STABLE) return Map.of();
            return group.members().stream()
                    .collect(toMap(
                            MemberDescription::consumerId,
                            member -> member.assignment().topicPartitions()));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything in the topic by now, partition by partition in its order. */
    static List<ConsumerRecord<String, String>> all(String topic) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer, topic));
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    private static boolean hasRead(Admin admin, String service, Map<TopicPartition, Long> ends)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(service)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || (read.get(end.getKey()) != null
                                && read.get(end.getKey()).offset() >= end.getValue()));
    }

    private static Map<TopicPartition, Long> ends(String topic) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer, topic));
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    private static KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(ADDRESS, new StringDeserializer(), new StringDeserializer());
    }
}
