package org.nuanxin.journeys;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Somebody with duties: building leader, grid worker, supervisor, administrator. They hold and finish matters as volunteers do. */
class Staff extends VolunteerApp {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    Staff(String id) {
        super(id);
    }

    JsonNode board(String request) {
        return get("/dispatches/" + request).ok();
    }

    JsonNode awaitsOnBoard(String request, String status) {
        return await(request + " to be " + status + " on the board")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> get("/dispatches/" + request),
                        answer -> answer.status() == 200
                                && answer.body().path("status").asText().equals(status))
                .body();
    }

    void takesItThemselves(String request) {
        assigns(request, "staff", id(), "app");
    }

    void assigns(String request, String kind, String assignee, String confirmedBy) {
        put(
                        "/dispatches/" + request + "/assignment",
                        Map.of("assignee", Map.of("kind", kind, "id", assignee), "confirmedBy", confirmedBy))
                .ok();
    }

    /** An ordinary one, without questions and checks. */
    void definesServiceType(String code, String skill) {
        Map<String, Object> type = new HashMap<>();
        type.put("name", Map.of("zh", "跑腿", "en", "Errand"));
        type.put("handledBy", "VOLUNTEERS");
        type.put("skill", skill);
        type.put("urgency", "ORDINARY");
        type.put("visibility", "PERSONAL");
        type.put("questions", List.of());
        type.put("checks", List.of());
        type.put("fee", Map.of("zh", "免费", "en", "free of charge"));
        put("/service-types/" + code, type).ok();
    }

    void letsIn(String volunteer, String skill) {
        put("/volunteers/" + volunteer + "/verification", Map.of("verified", true))
                .ok();
        put("/volunteers/" + volunteer + "/credentials/" + skill, Map.of("verified", true))
                .ok();
    }

    void refers(String request, String reason, String where) {
        put("/dispatches/" + request + "/referral", Map.of("reason", reason, "where", where))
                .ok();
    }

    /** An alert about the request that tells this of it. */
    JsonNode awaitsAlert(String request, String cause) {
        return awaitsAlert(request, cause, Map.of());
    }

    JsonNode awaitsAlert(String request, String cause, Map<String, String> more) {
        Map<String, String> wanted = new HashMap<>(more);
        wanted.put("requestId", request);
        wanted.put("cause", cause);
        return await(id() + " to be alerted of " + wanted)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> alert(wanted), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> alert(Map<String, String> wanted) {
        return StreamSupport.stream(get("/alerts?state=all&limit=200").ok().spliterator(), false)
                .filter(alert -> wanted.entrySet().stream()
                        .allMatch(term -> alert.path(term.getKey()).asText().equals(term.getValue())))
                .findFirst();
    }

    void acknowledges(JsonNode alert) {
        put("/alerts/" + alert.path("id").asText() + "/acknowledgement").ok();
    }
}
