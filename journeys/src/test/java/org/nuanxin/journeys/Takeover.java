package org.nuanxin.journeys;

import static java.util.stream.Collectors.toSet;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * What the killed instance of a service did, others do: they read its partitions, and one of them sends what the journal holds.
 *
 * @param took from the kill until both were so
 * @param led whether it was the one that sent
 */
record Takeover(String instance, Duration took, boolean led) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(50);

    /** {@code kill -9}. */
    static Takeover from(String instance) {
        String service = Stack.serviceOf(instance);
        int instances = Stack.running().instancesOf(instance).size();
        Map<String, Set<TopicPartition>> before = await(service + " to share its partitions")
                .atMost(LONGEST)
                .until(() -> Kafka.shares(service), all -> !all.isEmpty());
        OptionalInt leader = awaitLeader(service);

        long killed = System.nanoTime();
        Stack.running().kill(instance);
        await(instance + " to be replaced")
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> isRead(before, Kafka.shares(service), instances));
        OptionalInt leaderNow = awaitLeader(service);
        return new Takeover(instance, Duration.ofNanos(System.nanoTime() - killed), !leader.equals(leaderNow));
    }

    /** Every partition that was read is read by somebody, and those who died are no longer thought to do so. */
    private static boolean isRead(
            Map<String, Set<TopicPartition>> before, Map<String, Set<TopicPartition>> now, int instances) {
        Set<String> left = new HashSet<>(before.keySet());
        left.retainAll(now.keySet());
        return left.size() <= before.size() - before.size() / instances
                && partitions(before).equals(partitions(now));
    }

    private static Set<TopicPartition> partitions(Map<String, Set<TopicPartition>> shares) {
        return shares.values().stream().flatMap(Set::stream).collect(toSet());
    }

    private static OptionalInt awaitLeader(String service) {
        return await("somebody to send the journal of " + service)
                .atMost(LONGEST)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> Relays.leader(service), OptionalInt::isPresent);
    }

    @Override
    public String toString() {
        String what = led ? " with the journal" : "";
        return "takeover from %s: %.1f s%s".formatted(instance, took.toMillis() / 1000.0, what);
    }
}
