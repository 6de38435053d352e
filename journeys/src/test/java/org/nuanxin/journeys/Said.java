package org.nuanxin.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What dispatch and feedback have said about requests. The same event sent twice is one that was said once. */
final class Said {
    static final String DISPATCHES = "dispatch.dispatches.v1";
    static final String RATINGS = "feedback.ratings.v1";

    private final Map<String, List<ConsumerRecord<String, String>>> byRequest;

    private Said(Collection<ConsumerRecord<String, String>> events) {
        byRequest = events.stream().collect(groupingBy(event -> header(event, "ce_subject")));
    }

    static Said byNow() {
        return new Said(Stream.of(DISPATCHES, RATINGS)
                .flatMap(topic -> Kafka.all(topic).stream())
                .collect(toMap(event -> header(event, "ce_id"), identity(), (first, again) -> first))
                .values());
    }

    long count() {
        return byRequest.values().stream().mapToLong(List::size).sum();
    }

    /** How often each type. */
    Map<String, Long> about(String request) {
        return byRequest.getOrDefault(request, List.of()).stream()
                .collect(groupingBy(event -> header(event, "ce_type"), counting()));
    }

    /** The versions of dispatch's events, which count them. */
    List<Integer> versions(String request) {
        return byRequest.getOrDefault(request, List.of()).stream()
                .filter(event -> event.topic().equals(DISPATCHES))
                .map(Said::version)
                .sorted()
                .toList();
    }

    private static int version(ConsumerRecord<String, String> event) {
        try {
            return Http.JSON.readTree(event.value()).path("version").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value(), UTF_8);
    }
}
