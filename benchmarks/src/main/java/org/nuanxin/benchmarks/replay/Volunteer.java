package org.nuanxin.benchmarks.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nuanxin.benchmarks.stack.Api;

/** One volunteer with the app open: hears of offers, accepts, refuses or lets them be, and does what they have won. */
final class Volunteer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api api;
    private final People people;
    private final Job job;
    private final String name;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Volunteer(Api api, People people, Job job, String name) {
        this.api = api;
        this.people = people;
        this.job = job;
        this.name = name;
    }

    void listen() throws IOException, InterruptedException {
        var stream = api.http()
                .send(
                        api.request(name, "/volunteers/me/live", "Accept", "text/event-stream")
                                .timeout(Duration.ofHours(2))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual()
                .start(() -> new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> line.startsWith("data:") && line.contains("\"waitUntil\""))
                        .forEach(line -> hear(line.substring("data:".length()))));
    }

    private void hear(String data) {
        try {
            JsonNode offer = JSON.readTree(data);
            String id = offer.findPath("offerId").asText();
            if (!id.isEmpty() && seen.add(id)) {
                Thread.ofVirtual().start(() -> consider(id, offer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void consider(String offerId, JsonNode offer) {
        People.Answer answer = people.answer();
        people.think();
        switch (answer) {
            case ACCEPT -> accept(offerId, offer);
            case REFUSE -> api.put(name, "/offers/" + offerId + "/refusal", Map.of());
            case SILENCE -> {}
        }
    }

    private void accept(String offerId, JsonNode offer) {
        Api.Answer answer = api.put(name, "/offers/" + offerId + "/acceptance", Map.of());
        while (answer.status() == 202 || answer.status() >= 500) {
            answer = api.put(name, "/offers/" + offerId + "/acceptance", Map.of());
        }
        if (answer.status() == 200) {
            job.doneBy(
                    name,
                    offer.findPath("requestId").asText(),
                    offer.findPath("distanceMetres").asInt());
        }
    }
}
