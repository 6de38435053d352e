package org.nuanxin.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** A street with two communities, its catalogue and its people, and how they call the service. */
final class Town {
    static final String IN_HAITANG = """
            "location": {"lat": 30.7437, "lon": 121.3366}""";
    static final String MEI_CONTACT = """
            "contact": {"name": "Mei", "phone": "13912345678"}""";

    static final Token MEI = Tokens.of("mei", "resident");
    static final Token STRANGER = Tokens.of("stranger", "resident");
    static final Token LOCKSMITH = Tokens.of("locksmith", "resident", "volunteer");
    static final Token GRID_WORKER =
            Tokens.of("grid-worker", "resident", "grid-worker").withPlaces("grid-1");
    static final Token OTHER_GRID_WORKER =
            Tokens.of("other-worker", "grid-worker").withPlaces("grid-2");
    static final Token BUILDING_LEADER =
            Tokens.of("leader", "resident", "building-leader").withPlaces("building-1");
    static final Token SUPERVISOR =
            Tokens.of("supervisor", "resident", "supervisor").withPlaces("community-1");
    static final Token ADMINISTRATOR = Tokens.of("administrator", "administrator");
    static final Token MINI_APP = Tokens.of("mini-app", "mini-app");

    private static boolean built;

    private Town() {}

    /** Once for all test classes, which share the service. */
    static void build() {
        if (!built) {
            define();
            built = true;
        }
    }

    private static void define() {
        place("street-1", "STREET", null, 30.738, 121.344);
        place("community-1", "COMMUNITY", "street-1", 30.741, 121.343);
        place("community-2", "COMMUNITY", "street-1", 30.730, 121.347);
        place("compound-1", "COMPOUND", "community-1", 30.743, 121.339);
        place("grid-1", "GRID", "compound-1", 30.7437, 121.3366);
        place("building-1", "BUILDING", "grid-1", 30.7438, 121.3367);
        place("grid-2", "GRID", "community-2", 30.7300, 121.3470);
        type("lock-opening", "\"VOLUNTEERS\", \"skill\": \"locksmith\"", "PERSONAL", "");
        type("greenery", "\"DUTY_DESK\"", "PUBLIC", "");
        type("other", "\"DUTY_DESK\"", "PERSONAL", "");
        type("not-now", "\"DUTY_DESK\"", "PERSONAL", ", \"offered\": false");
        type("fire", "\"DUTY_DESK\"", "PERSONAL", """
                , "emergencyText": {"zh": "请立即拨打 119。", "en": "Call 119 at once."}""");
        type("ride", "\"VOLUNTEERS\", \"skill\": \"driver\"", "PERSONAL", """
                , "questions": [
                    {"code": "wheelchair", "name": {"zh": "轮椅", "en": "Wheelchair?"}, "required": true,
                     "choices": [{"code": "yes", "name": {"zh": "是", "en": "Yes"}},
                                 {"code": "no", "name": {"zh": "否", "en": "No"}}]},
                    {"code": "remark", "name": {"zh": "备注", "en": "Remark"}, "required": false}]""");
    }

    static RequestSpecification as(Token token) {
        return given().header("Authorization", token.bearer())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }

    static RequestSpecification anybody() {
        return given().header("Accept-Language", "en").contentType(ContentType.JSON);
    }

    /** A request for a locksmith in grid-1. */
    static UUID lockedOut(Token resident) {
        return id(submit(resident, "{\"serviceType\": \"lock-opening\", %s, %s}".formatted(IN_HAITANG, MEI_CONTACT)));
    }

    static Response submit(Token resident, String body) {
        return as(resident).body(body).post("/requests");
    }

    static UUID id(Response submitted) {
        return UUID.fromString(submitted.then().statusCode(201).extract().path("id"));
    }

    /** The fields of a refusal that were complained of. */
    static List<String> fields(Response refused) {
        return refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .extract()
                .path("errors.field");
    }

    static Response place(String id, String level, @Nullable String parent, double lat, double lon) {
        return as(ADMINISTRATOR)
                .body("""
                        {"level": "%s", "parentId": %s, "name": {"zh": "%s", "en": "%s"}, "centre": {"lat": %s, "lon": %s}}
                        """.formatted(level, parent == null ? "null" : "\"" + parent + "\"", id, id, lat, lon))
                .put("/places/" + id);
    }

    static void awaitStatus(Token reader, UUID request, String status) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> as(reader).get("/requests/" + request).path("status"), status::equals);
    }

    static <T> T get(Future<T> future) {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void type(String code, String handledBy, String visibility, String more) {
        as(ADMINISTRATOR)
                .body("""
                        {"name": {"zh": "%s", "en": "%s"}, "handledBy": %s, "urgency": "URGENT", "visibility": "%s",
                         "checks": [{"code": "checked", "name": {"zh": "已核验", "en": "checked"}}],
                         "fee": {"zh": "免费", "en": "free of charge"} %s}
                        """.formatted(code, code, handledBy, visibility, more))
                .put("/service-types/" + code)
                .then()
                .statusCode(200);
    }
}
