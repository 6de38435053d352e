package org.nuanxin.volunteer;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.nuanxin.events.DirectoryEvent.Check;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Names;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.Visibility;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** A street with one community, its people, and the other services played by a probe. */
public final class Scene implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);
    static final String CHECK = "resident-identified";

    final KafkaProbe probe = KafkaProbe.fromNow();

    /** The directory as intake-service tells it. */
    static Scene set() {
        var scene = new Scene();
        scene.probe.send(
                place("street-1", 1, Level.STREET, List.of("street-1"), "石化街道", "Petrochemical street"),
                place("community-1", 1, Level.COMMUNITY, List.of("street-1", "community-1"), "金康居民区", "Jinkang"),
                place(
                        "grid-1-1-01",
                        1,
                        Level.GRID,
                        List.of("street-1", "community-1", "grid-1-1-01"),
                        "第一微格",
                        "Micro-grid 1"),
                new ServiceTypeDefined(
                        "lock-opening",
                        1,
                        new Names("开锁", "Lock opening"),
                        HandledBy.VOLUNTEERS,
                        "locksmith",
                        Urgency.URGENT,
                        Visibility.PERSONAL,
                        List.of(new Check(CHECK, new Names("住户身份已核验", "Resident's identity checked"))),
                        new Names("免费，仅收材料费", "Free; materials at cost"),
                        true,
                        PlayedDispatch.AT));
        return scene;
    }

    static PlaceDefined place(String id, long version, Level level, List<String> path, String zh, String en) {
        String parent = path.size() < 2 ? null : path.get(path.size() - 2);
        return new PlaceDefined(
                id, version, level, parent, path, new Names(zh, en), new Position(30.742, 121.342), PlayedDispatch.AT);
    }

    static RequestSubmitted submitted(UUID requestId) {
        return new RequestSubmitted(
                requestId,
                PlayedDispatch.COMMUNITY,
                1,
                "NX-7K3F-92QD",
                "lock-opening",
                HandledBy.VOLUNTEERS,
                "locksmith",
                Urgency.URGENT,
                Visibility.PERSONAL,
                List.of("street-1", "community-1", "grid-1-1-01", "building-1-1-01-1"),
                new Position(30.742, 121.342),
                3,
                false,
                null,
                "resident-1",
                "building-leader-1",
                null,
                null,
                false,
                "web",
                List.of(CHECK),
                PlayedDispatch.AT);
    }

    /** A subject nobody has used before. */
    static String somebody() {
        return "volunteer-" + UUID.randomUUID();
    }

    static Token volunteer(String subject) {
        return Tokens.of(subject, "resident", "volunteer");
    }

    static Token supervisor() {
        return Tokens.of("supervisor-1", "supervisor").withPlaces("community-1");
    }

    static RequestSpecification as(Token token) {
        return as(token, "en");
    }

    static RequestSpecification as(Token token, String language) {
        return given().header("Authorization", token.bearer())
                .header("Accept-Language", language)
                .contentType("application/json");
    }

    static Map<String, Object> application() {
        return Map.ofEntries(
                Map.entry("displayName", "宋永康"),
                Map.entry("phone", "13800000001"),
                Map.entry("skills", List.of("locksmith", "barber")),
                Map.entry("placeId", "grid-1-1-01"),
                Map.entry("serves", List.of("community-1")),
                Map.entry("radiusMetres", 2000),
                Map.entry("travelMode", "EBIKE"),
                Map.entry("languages", List.of("zh-CN")),
                Map.entry("capacity", 1),
                Map.entry("urgentOnCall", true),
                Map.entry("position", Map.of("lat", 30.7441, "lon", 121.3366)));
    }

    /** Applies as a new volunteer, who is known to dispatch as this holder. */
    static Holder registered() {
        String subject = somebody();
        String id = as(volunteer(subject))
                .body(application())
                .post("/volunteers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Holder(Holder.Kind.VOLUNTEER, id, subject);
    }

    /** Somebody who takes part without being registered here: for what dispatch says of offers that is all the same. */
    static Holder anybody() {
        return new Holder(Holder.Kind.VOLUNTEER, UUID.randomUUID().toString(), somebody());
    }

    static Holder staff() {
        String subject = "grid-worker-" + UUID.randomUUID();
        return new Holder(Holder.Kind.STAFF, subject, subject);
    }

    /** Sends the offer, and waits until the volunteer sees it. */
    OfferMade offered(OfferMade offer) {
        probe.send(offer);
        await().atMost(SOON).until(() -> status(offer).equals("open"));
        return offer;
    }

    static String status(OfferMade offer) {
        Response answer = as(volunteer(offer.volunteer())).get("/offers/" + offer.offerId());
        return answer.statusCode() == 200 ? answer.path("status") : "unknown";
    }

    static String status(Holder holder, UUID requestId) {
        Response answer = as(volunteer(holder.subject())).get("/assignments/" + requestId);
        return answer.statusCode() == 200 ? answer.path("status") : "unknown";
    }

    /** A call that is under way while the test goes on. */
    static CompletableFuture<Response> meanwhile(Supplier<Response> call) {
        return CompletableFuture.supplyAsync(call);
    }

    @Override
    public void close() {
        probe.close();
    }
}
