package org.nuanxin.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.Test;

class InsistentCommitsTest {
    static final TopicPartition FIRST = new TopicPartition("intake.requests.v1", 1);
    static final TopicPartition SECOND = new TopicPartition("intake.requests.v1", 2);

    final Set<TopicPartition> mine = new HashSet<>(Set.of(FIRST, SECOND));
    final Queue<Runnable> before = new ArrayDeque<>();
    final List<Object> committed = new ArrayList<>();
    final KafkaConsumer<?, ?> consumer = InsistentCommits.insisting(kafka());

    @Test
    void what_a_rebalance_refuses_is_committed_after_it() {
        before.add(InsistentCommitsTest::rebalance);

        commit(offsets(FIRST, 19));

        assertThat(committed).containsExactly(offsets(FIRST, 19));
    }

    @Test
    void what_has_become_somebody_elses_is_left_to_them() {
        before.add(() -> {
            mine.remove(SECOND);
            rebalance();
        });

        commit(Map.of(FIRST, new OffsetAndMetadata(19), SECOND, new OffsetAndMetadata(7)));

        assertThat(committed).containsExactly(offsets(FIRST, 19));
    }

    @Test
    void a_later_word_is_not_taken_back() {
        before.add(() -> {
            commit(offsets(FIRST, 20));
            rebalance();
        });

        commit(offsets(FIRST, 19));

        assertThat(committed).containsExactly(offsets(FIRST, 20), offsets(FIRST, 20));
    }

    @Test
    void a_consumer_that_is_closed_is_left_alone() {
        before.add(() -> {
            throw new IllegalStateException("closed");
        });

        assertThatThrownBy(() -> commit(offsets(FIRST, 19))).isInstanceOf(IllegalStateException.class);
    }

    private static void rebalance() {
        throw new RebalanceInProgressException();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(TopicPartition partition, long offset) {
        return Map.of(partition, new OffsetAndMetadata(offset));
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        consumer.commit(offsets).await().atMost(Duration.ofSeconds(10));
    }

    /** Each of its first commits is preceded by something. */
    private KafkaConsumer<?, ?> kafka() {
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getAssignments" -> Uni.createFrom().item(() -> Set.copyOf(mine));
                    case "commit" ->
                        Uni.createFrom().item(() -> committing(arguments[0])).replaceWithVoid();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private boolean committing(Object offsets) {
        Runnable first = before.poll();
        if (first != null) first.run();
        return committed.add(offsets);
    }
}
