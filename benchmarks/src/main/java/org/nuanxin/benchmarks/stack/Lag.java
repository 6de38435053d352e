package org.nuanxin.benchmarks.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the services are behind what has been told them. */
public record Lag(String kafka) {
    private static final List<String> GROUPS = List.of("intake", "dispatch", "volunteer", "feedback");
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** Events that a group has not committed yet, of all groups together. */
    public long events() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            long behind = 0;
            for (String group : GROUPS) {
                behind += behind(admin, group);
            }
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how far the services are", e);
        }
    }

    /** Until everything that has been told has been handled; says every second how much is left. */
    public void awaitNone() throws InterruptedException {
        for (long behind = events(); behind > 0; behind = events()) {
            System.err.printf("  %d events are still to be handled%n", behind);
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static long behind(Admin admin, String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> handled = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> latest =
                handled.keySet().stream().collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
        var ends = admin.listOffsets(latest);
        long behind = 0;
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : handled.entrySet()) {
            behind += ends.partitionResult(each.getKey()).get().offset()
                    - each.getValue().offset();
        }
        return behind;
    }
}
