package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The app on the phone of somebody who helps. */
class VolunteerApp extends Person {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    VolunteerApp(int number) {
        super("volunteer-" + number);
    }

    VolunteerApp(String id) {
        super(id);
    }

    VolunteerApp(String client, String person) {
        super(client, person);
    }

    String volunteerId() {
        return get("/volunteers/me").ok().path("id").asText();
    }

    /** Wants to help; a supervisor lets them in. */
    String applies(String placeId, String serves, String skill) {
        Map<String, Object> application = new HashMap<>();
        application.put("displayName", "马小跑");
        application.put("phone", "13800009999");
        application.put("skills", List.of(skill));
        application.put("placeId", placeId);
        application.put("serves", List.of(serves));
        application.put("radiusMetres", 2000);
        application.put("travelMode", "EBIKE");
        application.put("languages", List.of("zh-CN"));
        application.put("capacity", 1);
        application.put("urgentOnCall", false);
        application.put("position", Map.of("lat", 30.744, "lon", 121.337));
        return post("/volunteers", application).ok().path("id").asText();
    }

    void isOnDuty(boolean onDuty) {
        put("/volunteers/me/duty", Map.of("onDuty", onDuty)).ok();
    }

    /** The offer for the request, as soon as there is one that can be accepted. */
    String awaitsOfferFor(String request) {
        return awaitsOffer(request, "open", "lapsed").path("id").asText();
    }

    JsonNode awaitsOffer(String request, String... statuses) {
        return await(id() + " to have an offer for " + request + " that is " + String.join(" or ", statuses))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> offerFor(request),
                        found -> found.map(offer -> offer.path("status").asText())
                                .filter(List.of(statuses)::contains)
                                .isPresent())
                .orElseThrow();
    }

    /** The newest offer for the request. */
    Optional<JsonNode> offerFor(String request) {
        return offersFor(request).findFirst();
    }

    /** Newest first. */
    Stream<JsonNode> offersFor(String request) {
        return StreamSupport.stream(get("/volunteers/me/offers").ok().spliterator(), false)
                .filter(offer -> offer.path("requestId").asText().equals(request));
    }

    /** The first answer that is not 202: dispatch has had its word. */
    Answer triesToAccept(String offer) {
        return Patiently.word(() -> put("/offers/" + offer + "/acceptance"));
    }

    void accepts(String offer) {
        Answer answer = triesToAccept(offer);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    void refuses(String offer) {
        put("/offers/" + offer + "/refusal", Map.of("reason", "在外地")).ok();
    }

    /** Waits for the offer and takes it. */
    void takes(String request) {
        accepts(awaitsOfferFor(request));
    }

    JsonNode contactOf(String request) {
        return get("/requests/" + request + "/contact").ok();
    }

    void setsOff(String request) {
        put("/assignments/" + request + "/start").ok();
    }

    void arrives(String request) {
        put("/assignments/" + request + "/arrival").ok();
    }

    Answer triesToComplete(String request, String... checks) {
        return put("/assignments/" + request + "/completion", Map.of("note", "已办妥", "checks", List.of(checks)));
    }

    void completes(String request, String... checks) {
        triesToComplete(request, checks).ok();
    }

    void givesBack(String request) {
        put("/assignments/" + request + "/release", Map.of("reason", "临时有事")).ok();
    }

    /** Until the app shows that there is nothing left to do about it. */
    void awaitsOver(String request) {
        await(id() + " to be told that " + request + " is over")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get("/assignments/" + request).ok().path("status").asText(),
                        status -> List.of("released", "withdrawn").contains(status));
    }
}
