package org.nuanxin.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Takes most of what is offered and finishes it; refuses some, does not answer some, gives some back. */
final class Helper {
    private static final List<String> TAKEABLE = List.of("open", "lapsed");
    private static final int CAPACITY = 6;

    private final Person app;
    private final int temper;
    private volatile boolean answering = true;

    Helper(Person app, int temper) {
        this.app = app;
        this.temper = temper;
    }

    void joins(Person supervisor, String skill) {
        app.word("POST", "/volunteers", application(skill), Map.of());
        String id = app.ok("GET", "/volunteers/me", "").path("id").asText();
        supervisor.ok("PUT", "/volunteers/" + id + "/verification", Map.of("verified", true));
        supervisor.ok("PUT", "/volunteers/" + id + "/credentials/" + skill, Map.of("verified", true));
        app.ok("PUT", "/volunteers/me/duty", Map.of("onDuty", true));
    }

    private static Map<String, Object> application(String skill) {
        return Map.ofEntries(
                Map.entry("displayName", "金丝雀马小跑"),
                Map.entry("phone", "13800427100"),
                Map.entry("skills", List.of(skill)),
                Map.entry("placeId", "grid-1-1-01"),
                Map.entry("serves", List.of("community-1")),
                Map.entry("radiusMetres", 2000),
                Map.entry("travelMode", "EBIKE"),
                Map.entry("languages", List.of("zh-CN")),
                Map.entry("capacity", CAPACITY),
                Map.entry("urgentOnCall", false),
                Map.entry("position", Map.of("lat", 30.744, "lon", 121.337)));
    }

    /** One look at the app, and whatever it asks for. */
    void looks() {
        for (JsonNode held : seen("/volunteers/me/assignments?limit=50")) goesOn(held);
        if (answering) for (JsonNode offer : offers()) answers(offer);
    }

    /** Whether new offers are looked at, or left to others to decide on. */
    void answersOffers(boolean answering) {
        this.answering = answering;
    }

    /** What was offered of a request. */
    List<JsonNode> offersOf(String request) {
        return StreamSupport.stream(offers().spliterator(), false)
                .filter(offer -> offer.path("requestId").asText().equals(request))
                .toList();
    }

    private JsonNode offers() {
        return seen("/volunteers/me/offers?limit=50");
    }

    private JsonNode seen(String path) {
        return app.sees(path).orElse(MissingNode.getInstance());
    }

    private void goesOn(JsonNode held) {
        String path = "/assignments/" + held.path("requestId").asText();
        switch (held.path("status").asText()) {
            case "assigned" -> {
                if (mood(held) == 5) app.put(path + "/release", Map.of("reason", "金丝雀的话"));
                else app.put(path + "/start", "");
            }
            case "on_the_way" -> app.put(path + "/arrival", "");
            case "in_progress" -> app.put(path + "/completion", Map.of("note", "金丝雀的话", "checks", List.of()));
            default -> {}
        }
    }

    private void answers(JsonNode offer) {
        String status = offer.path("status").asText();
        switch (mood(offer)) {
            case 0 -> {
                if (status.equals("open")) app.put(offerPath(offer) + "/refusal", Map.of("reason", "金丝雀的话"));
            }
            case 1 -> {}
            default -> {
                if (TAKEABLE.contains(status)) accepts(offer);
            }
        }
    }

    void accepts(JsonNode offer) {
        app.put(offerPath(offer) + "/acceptance", "");
    }

    private static String offerPath(JsonNode offer) {
        return "/offers/" + offer.path("id").asText();
    }

    /** Always the same about the same matter: who is asked again means it still. */
    private int mood(JsonNode about) {
        return Math.floorMod(about.path("requestId").asText().hashCode() + temper, 10);
    }
}
