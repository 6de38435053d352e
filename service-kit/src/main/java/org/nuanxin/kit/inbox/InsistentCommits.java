package org.nuanxin.kit.inbox;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;

/**
 * SmallRye's {@code throttled} strategy, which forgets what a rebalance does not let it commit: where nothing more comes in a
 * partition, what has taken effect long ago would count as unread. Here it is tried until it is committed or somebody else's
 * (ADR 0012).
 */
@ApplicationScoped
@Identifier("insistent")
class InsistentCommits implements KafkaCommitHandler.Factory {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final KafkaThrottledLatestProcessedCommit.Factory throttled =
            new KafkaThrottledLatestProcessedCommit.Factory();

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return throttled.create(config, vertx, insisting(consumer), reportFailure);
    }

    static KafkaConsumer<?, ?> insisting(KafkaConsumer<?, ?> consumer) {
        Owed owed = new Owed(consumer, new ConcurrentHashMap<>());
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit")) return owed.commit(offsets(arguments[0]));
                    try {
                        return method.invoke(consumer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @SuppressWarnings("unchecked") // the only parameter of the only method of that name
    private static Map<TopicPartition, OffsetAndMetadata> offsets(Object argument) {
        return (Map<TopicPartition, OffsetAndMetadata>) argument;
    }

    /** What is to be committed; whoever tries again says the latest word, not the one they began with. */
    private record Owed(KafkaConsumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> latest) {
        Uni<Void> commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
            latest.putAll(offsets);
            return Uni.createFrom()
                    .deferred(() ->
                            consumer.getAssignments().chain(mine -> consumer.commit(owed(offsets.keySet(), mine))))
                    .onFailure(ApiException.class) // Kafka's word; a consumer that has been closed says something else
                    .retry()
                    .withBackOff(FIRST, LONGEST)
                    .indefinitely();
        }

        private Map<TopicPartition, OffsetAndMetadata> owed(Set<TopicPartition> partitions, Set<TopicPartition> mine) {
            return partitions.stream().filter(mine::contains).collect(Collectors.toMap(each -> each, latest::get));
        }
    }
}
