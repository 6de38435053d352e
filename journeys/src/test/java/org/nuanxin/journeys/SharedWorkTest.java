package org.nuanxin.journeys;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Several instances of each service: every kind of work is done by each of them, and that of the journal by one. */
@Order(19)
@Timeout(300)
@EnabledIfSystemProperty(named = "journeys.options", matches = ".*--instances.*")
class SharedWorkTest {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    static final int REQUESTS = 60;

    final Stack stack = Stack.running();
    final Errands errands = new Errands();

    @Test
    void partitions_are_read_by_all() {
        for (String service : List.of("intake", "dispatch", "volunteer", "feedback")) {
            int instances = stack.instancesOf(service).size();

            await(service + " to share its partitions")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(readersByTopic(service))
                            .isNotEmpty()
                            .allSatisfy((topic, readers) ->
                                    assertThat(readers).as(topic).isEqualTo(instances)));
        }
    }

    private static Map<String, Long> readersByTopic(String service) {
        return Kafka.shares(service).values().stream()
                .flatMap(share -> share.stream().map(TopicPartition::topic).distinct())
                .collect(groupingBy(topic -> topic, counting()));
    }

    @Test
    void calls_are_answered_and_timers_fired_by_all() throws Exception {
        Crowd crowd = new Crowd(REQUESTS).gathers();
        Map<String, Double> calls = byInstance("intake", SharedWorkTest::calls);
        Map<String, Double> timers = byInstance("dispatch", SharedWorkTest::timers);

        crowd.livesThrough(() -> {});

        crowd.everythingTookEffectOnce();
        assertThat(byInstance("intake", SharedWorkTest::calls))
                .allSatisfy((instance, now) -> assertThat(now).as(instance).isGreaterThan(calls.get(instance)));
        assertThat(byInstance("dispatch", SharedWorkTest::timers))
                .allSatisfy((instance, now) -> assertThat(now).as(instance).isGreaterThan(timers.get(instance)));
    }

    private Map<String, Double> byInstance(String service, ToDoubleFunction<String> figure) {
        return stack.instancesOf(service).stream().collect(toMap(instance -> instance, figure::applyAsDouble));
    }

    private static double calls(String instance) {
        return figure(instance, "http_server_requests_seconds_count");
    }

    private static double timers(String instance) {
        return figure(instance, "nuanxin_timer_lag_seconds_count");
    }

    private static double figure(String instance, String metric) {
        String metrics = Http.get(Stack.running().service(instance).resolve("/q/metrics"))
                .text();
        return metrics.lines()
                .filter(line -> line.startsWith(metric))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** At any instance the same is told; one that breaks off goes on at another, with nothing missing and nothing twice. */
    @Test
    void streams_tell_the_same_everywhere() throws Exception {
        Resident resident = new Resident(4);
        VolunteerApp helper = errands.helper("streams");
        String request = errands.askedBy(resident);
        String live = "/requests/" + request + "/live";

        List<String> whole;
        List<String> pieces = new ArrayList<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> other =
                    readers.submit(() -> reads(resident.streams("intake-2", live, Map.of()), "RequestClosed"));
            Future<List<String>> one =
                    readers.submit(() -> reads(resident.streams("intake", live, Map.of()), "RequestAssigned"));
            helper.takes(request);
            pieces.addAll(one.get());
            Map<String, String> from = Map.of("Last-Event-ID", pieces.getLast().split(" ")[0]);
            Errands.finishes(helper, request);
            resident.rates(request, "yes", 5);
            pieces.addAll(reads(resident.streams("intake-2", live, from), "RequestClosed"));
            whole = other.get();
        }

        assertThat(pieces).isEqualTo(whole).startsWith("0 RequestSubmitted").doesNotHaveDuplicates();
    }

    /** Number and type of each event, up to the first of this type. */
    private static List<String> reads(Stream<String> lines, String last) {
        List<String> events = new ArrayList<>();
        try (lines) {
            String id = "";
            String type = "";
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) id = line.substring(3).strip();
                if (line.startsWith("event:")) type = line.substring(6).strip();
                if (!line.isEmpty() || type.isEmpty()) continue;
                events.add(id + " " + type);
                if (type.equals(last)) return events;
                type = "";
            }
        }
        throw new AssertionError("ended before " + last + ": " + events);
    }
}
