package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who asks for help and follows what becomes of it. */
class Resident extends Person {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Resident(int number) {
        super("resident-" + number);
    }

    /** Anybody of the demo who reports something. */
    Resident(String id) {
        super(id);
    }

    Resident(String client, String person) {
        super(client, person);
    }

    /** At home. */
    String asksFor(String serviceType) {
        return asks(Map.of("serviceType", serviceType));
    }

    String asksFor(String serviceType, String placeId) {
        return asks(Map.of(
                "serviceType",
                serviceType,
                "placeId",
                placeId,
                "contact",
                Map.of("name", "李雅琴", "phone", "13900000001"),
                "address",
                Map.of("text", "1号楼202室")));
    }

    String asks(Map<String, ?> what) {
        return tries(what).ok().path("id").asText();
    }

    Answer tries(Map<String, ?> what) {
        return post(
                "/requests", what, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    JsonNode sees(String request) {
        return get("/requests/" + request).ok();
    }

    /** The request as soon as it stands so. */
    JsonNode awaits(String status, String request) {
        return await("request " + request + " to be " + status)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> sees(request), seen -> seen.path("status").asText().equals(status));
    }

    /** What happened to it so far, oldest first. */
    List<String> timeline(String request) {
        List<String> types = new ArrayList<>();
        moments(request).forEach(entry -> types.add(entry.path("type").asText()));
        return types;
    }

    /** Until this is told of it, in this order; other things may have happened between. */
    void awaitsToRead(String request, String... moments) {
        await("the timeline of " + request)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(timeline(request)).containsSubsequence(moments));
    }

    /** All entries of its timeline, page by page. */
    List<JsonNode> moments(String request) {
        List<JsonNode> entries = new ArrayList<>();
        JsonNode page;
        String from = "";
        do {
            page = get("/requests/" + request + "/timeline" + from).ok();
            page.forEach(entries::add);
            if (!entries.isEmpty())
                from = "?after=" + entries.getLast().path("seq").asText();
        } while (!page.isEmpty());
        return entries;
    }

    void withdraws(String request) {
        put("/requests/" + request + "/withdrawal").ok();
    }

    JsonNode rates(String request, String solved, int score) {
        return triesToRate(request, solved, score).ok();
    }

    void wantsAnotherTry(String request, String solved, int score) {
        Map<String, Object> rating = new HashMap<>(Map.of("solved", solved, "score", score));
        rating.put("reopen", true);
        put("/requests/" + request + "/rating", rating).ok();
    }
}
