package org.nuanxin.dispatch.webhook;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.nuanxin.dispatch.webhook.delivery.Receiver;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** Somebody with a webhook and a receiver on this machine. */
final class Subscriber implements AutoCloseable {
    final Receiver receiver = new Receiver();
    final Token token;
    final String webhook;
    final String secret;

    /** A mini-app backend of a test's own. */
    Subscriber(MessageType... types) {
        this(Tokens.of("mini-app-" + UUID.randomUUID(), "mini-app"), Map.of(), types);
    }

    /** Somebody who watches a place. */
    Subscriber(Token token, String place, MessageType... types) {
        this(token, Map.of("place", place), types);
    }

    private Subscriber(Token token, Map<String, Object> further, MessageType... types) {
        this.token = token;
        Map<String, Object> wanted = new HashMap<>(further);
        wanted.put("url", receiver.url());
        wanted.put("events", Stream.of(types).map(MessageType::word).toList());
        Response created = as(token).contentType(ContentType.JSON).body(wanted).post("/webhooks");
        created.then().statusCode(201);
        webhook = created.path("id");
        secret = created.path("secret");
    }

    /** The subject of one of its people. */
    String person(String name) {
        return token.subject() + ":" + name;
    }

    RequestSpecification client() {
        return as(token);
    }

    List<Map<String, Object>> log() {
        return client().get("/webhooks/{id}/deliveries", webhook).jsonPath().getList("");
    }

    /** What became of its messages, the newest first. */
    List<String> states() {
        return client().get("/webhooks/{id}/deliveries", webhook).path("state");
    }

    /** What it has been told by now. */
    List<String> types() {
        return receiver.received().stream()
                .map(received -> JsonPath.from(received.body()).getString("type"))
                .toList();
    }

    static RequestSpecification as(Token token) {
        return given().header("Authorization", token.bearer()).header("Accept-Language", "en");
    }

    @Override
    public void close() {
        client().delete("/webhooks/{id}", webhook);
        receiver.close();
    }
}
