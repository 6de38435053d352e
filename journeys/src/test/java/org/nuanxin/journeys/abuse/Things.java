package org.nuanxin.journeys.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.nuanxin.journeys.Stack;

/**
 * The things that paths point at, by the beginning of the path: those of somebody in the first community, for whom the
 * {@link Persona#strangers strangers} are strangers; or some that belong to nobody.
 */
final class Things {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, String> NOBODYS = Map.of(
            "/places/", "abuse-1",
            "/service-types/", "abuse",
            "/calendars/", "abuse",
            "/policies/", "grid-2-1-03",
            "/staff/", "abuse",
            "/blocks/", "abuse");

    private final Map<String, String> ids;

    private Things(Map<String, String> ids) {
        this.ids = ids;
    }

    static Things ofNobody() {
        return new Things(NOBODYS);
    }

    /** A request that somebody has been asked to see to, and what there is of other kinds. */
    static Things ofSomebodyElse() {
        String request = submitted();
        Map<String, String> ids = new HashMap<>(Map.of(
                "/places/", "grid-1-1-02",
                "/service-types/", "lock-opening",
                "/policies/", "community-1",
                "/staff/", "grid-worker-1",
                "/blocks/", "volunteer-1"));
        ids.put("/requests/", request);
        ids.put("/dispatches/", request);
        ids.put("/assignments/", request);
        ids.put("/offers/", offered(request));
        ids.put("/volunteers/", volunteer());
        ids.put("/webhooks/", webhook());
        assertThat(ids.values()).as("somebody else's things").noneMatch(String::isBlank);
        return new Things(ids);
    }

    /** The path with these things in it; every other id is nobody's. */
    String path(Operation operation) {
        String path = operation.path();
        String id = ids.entrySet().stream()
                .filter(thing -> path.startsWith(thing.getKey() + "{"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Specimen.NOBODYS_ID);
        return path.replaceFirst("\\{[^}]+}", id)
                .replace("{skill}", "locksmith")
                .replaceAll("\\{[^}]+}", Specimen.NOBODYS_ID);
    }

    /** The path with something else where a parameter stands. */
    String path(Operation operation, String parameter, String value) {
        String spoilt = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        return path(new Operation(
                        operation.service(),
                        operation.at(),
                        operation.method(),
                        operation.path().replace("{" + parameter + "}", "\u0001"),
                        operation.parameters(),
                        operation.body(),
                        operation.open(),
                        operation.roles()))
                .replace("\u0001", spoilt);
    }

    private static String submitted() {
        String body = "{\"serviceType\":\"lock-opening\",\"placeId\":\"grid-1-1-02\",\"address\":{\"text\":\"1号楼\"},"
                + "\"contact\":{\"name\":\"李雅琴\",\"phone\":\"13900000001\"}}";
        return post("resident-1", "/requests", body).path("id").asText();
    }

    private static String offered(String request) {
        return Awaitility.await("an offer of " + request)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> offer(request), found -> !found.isEmpty());
    }

    private static String offer(String request) {
        for (int volunteer = 1; volunteer < 60; volunteer++) {
            for (JsonNode offer : get("volunteer-" + volunteer, "/volunteers/me/offers")) {
                if (offer.path("requestId").asText().equals(request)) {
                    return offer.path("id").asText();
                }
            }
        }
        return "";
    }

    private static String volunteer() {
        return get("volunteer-1", "/volunteers/me").path("id").asText();
    }

    private static String webhook() {
        String body = "{\"url\":\"http://localhost:9/abuse-" + UUID.randomUUID() + "\",\"place\":\"community-1\","
                + "\"events\":[\"request.closed\"]}";
        JsonNode made = post("supervisor-1", "/webhooks", body);
        return made.path("id").asText();
    }

    private static JsonNode get(String person, String path) {
        return new Shot("GET", Stack.running().url(path), Persona.of(person).headers(), new byte[0])
                .fire()
                .json();
    }

    private static JsonNode post(String person, String path, String body) {
        return new Shot(
                        "POST",
                        Stack.running().url(path),
                        Persona.of(person).headers(),
                        body.getBytes(StandardCharsets.UTF_8))
                .with("Content-Type", "application/json")
                .fire()
                .json();
    }
}
