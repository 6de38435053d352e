package org.nuanxin.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two streets, each with its own services and its own PostgreSQL, on one Kafka: neither hears of the other. */
@EnabledIfSystemProperty(named = "journeys.cells", matches = "true")
class CellsTest {
    static final Duration PATIENCE = Duration.ofMinutes(1);
    static final int REQUESTS = 5;

    final Street west = new Street("west", Stack.running());
    final Street east = new Street(
            "east", Stack.start("--cell", "east", "--broker", Stack.running().kafka()));

    record Street(String name, Stack stack) {
        String asks() {
            return call(
                            "POST",
                            "/requests",
                            "resident-1",
                            Map.of(
                                    "serviceType",
                                    "lock-opening",
                                    "placeId",
                                    "grid-1-1-01",
                                    "contact",
                                    Map.of("name", "李雅琴", "phone", "13900000001")))
                    .ok()
                    .path("id")
                    .asText();
        }

        Answer call(String method, String path, String person, Object body) {
            String token = Http.get(stack.url("/token?as=" + person))
                    .ok()
                    .path("access_token")
                    .asText();
            Map<String, String> headers = Map.of(
                    "Authorization",
                    "Bearer " + token,
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    UUID.randomUUID().toString());
            return Http.call(
                    method, stack.url(path), method.equals("GET") ? BodyPublishers.noBody() : Http.json(body), headers);
        }

        void awaitsOffers(String request) {
            await(name + " " + request)
                    .atMost(PATIENCE)
                    .until(() -> call("GET", "/requests/" + request, "resident-1", Map.of())
                            .ok()
                            .path("status")
                            .asText()
                            .equals("searching"));
        }

        /** Whom its events are about, of requests. */
        Set<String> heardOf() {
            return Stream.of("intake.requests.v1", Said.DISPATCHES)
                    .flatMap(topic -> Kafka.all(name + "." + topic).stream())
                    .map(event ->
                            new String(event.headers().lastHeader("ce_subject").value(), UTF_8))
                    .collect(toSet());
        }
    }

    @Test
    void share_a_kafka_and_nothing_else() {
        Set<String> inTheWest = new HashSet<>();
        Set<String> inTheEast = new HashSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            inTheWest.add(west.asks());
            inTheEast.add(east.asks());
        }
        inTheWest.forEach(west::awaitsOffers);
        inTheEast.forEach(east::awaitsOffers);

        assertThat(west.heardOf()).isEqualTo(inTheWest);
        assertThat(east.heardOf()).isEqualTo(inTheEast);
        assertThat(Kafka.topics()).allMatch(topic -> topic.startsWith("west.") || topic.startsWith("east."));
        assertThat(Kafka.groups())
                .containsExactlyInAnyOrderElementsOf(Stream.of("west.", "east.")
                        .flatMap(cell -> Stream.of("intake", "dispatch", "volunteer", "feedback")
                                .map(service -> cell + service))
                        .toList());
        inTheWest.forEach(request -> assertThat(east.call("GET", "/requests/" + request, "supervisor-1", Map.of())
                        .status())
                .isEqualTo(404));
    }
}
