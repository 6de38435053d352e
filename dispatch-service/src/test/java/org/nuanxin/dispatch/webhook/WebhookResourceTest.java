package org.nuanxin.dispatch.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_REFERRED;
import static org.nuanxin.dispatch.webhook.Subscriber.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

@ServiceTest
class WebhookResourceTest {
    static final Duration SOON = Duration.ofSeconds(10);
    static final String URL = "http://127.0.0.1:9/hook";
    static final Token ADMINISTRATOR = Tokens.of("administrator-1", "administrator");
    static final Token STREET = Tokens.of("street-supervisor-1", "supervisor").withPlaces("street-w");
    static final Token COMMUNITY = Tokens.of("supervisor-1", "supervisor").withPlaces("community-w-1");
    static final Token CLIENT = Tokens.of("mini-app-w", "mini-app");

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @Inject
    Messenger messenger;

    @BeforeEach
    void places() {
        transactions.run(now -> sql.update("""
                        insert into place (place_id, version, level, path) values
                            ('street-w', 1, 'STREET', '{street-w}'),
                            ('community-w-1', 1, 'COMMUNITY', '{street-w,community-w-1}'),
                            ('community-w-2', 1, 'COMMUNITY', '{street-w,community-w-2}')
                        on conflict do nothing
                        """)).await().atMost(SOON);
    }

    static ValidatableResponse post(Token token, Object body) {
        return as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/webhooks")
                .then();
    }

    static String created(Token token, Object body) {
        return post(token, body).statusCode(201).extract().path("id");
    }

    static Map<String, Object> wanted() {
        return Map.of("url", URL, "events", List.of("alert.raised"));
    }

    static Map<String, Object> wanted(String place) {
        return Map.of("url", URL, "events", List.of("alert.raised"), "place", place);
    }

    static void remove(String id) {
        as(ADMINISTRATOR).delete("/webhooks/{id}", id).then().statusCode(204);
    }

    @Test
    void shows_the_secret_once() {
        Response answer = as(CLIENT)
                .contentType(ContentType.JSON)
                .body(Map.of("url", URL, "events", List.of("offer.made", "offer.withdrawn", "offer.made")))
                .post("/webhooks");

        answer.then()
                .statusCode(201)
                .header("Location", containsString("/webhooks/" + answer.path("id")))
                .body("secret", startsWith("whsec_"))
                .body("events", contains("offer.made", "offer.withdrawn"))
                .body("owner", equalTo("mini-app-w"))
                .body("place", nullValue());
        as(CLIENT)
                .get("/webhooks/{id}", answer.<String>path("id"))
                .then()
                .statusCode(200)
                .body("url", equalTo(URL))
                .body("$", not(org.hamcrest.Matchers.hasKey("secret")));
        remove(answer.path("id"));
    }

    @Test
    void creates_once_per_idempotency_key() {
        String key = UUID.randomUUID().toString();
        List<Response> answers = IntStream.range(0, 2)
                .mapToObj(_ -> as(CLIENT)
                        .header("Idempotency-Key", key)
                        .contentType(ContentType.JSON)
                        .body(wanted())
                        .post("/webhooks"))
                .toList();

        assertThat(answers.get(1).asString()).isEqualTo(answers.get(0).asString());
        as(CLIENT)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("url", URL, "events", List.of("offer.made")))
                .post("/webhooks")
                .then()
                .statusCode(422);
        remove(answers.get(0).path("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident", "volunteer", "building-leader", "grid-worker"})
    void is_for_nobody_else(String role) {
        post(Tokens.of("somebody", role), wanted()).statusCode(403);
        as(Tokens.of("somebody", role)).get("/webhooks").then().statusCode(403);
    }

    @Test
    void is_not_for_those_a_client_acts_for() {
        as(CLIENT).header("On-Behalf-Of", "mei").get("/webhooks").then().statusCode(403);
        given().get("/webhooks").then().statusCode(401);
    }

    @Test
    void is_for_supervisors_in_places_they_hold() {
        String own = created(COMMUNITY, wanted("community-w-1"));

        post(COMMUNITY, wanted("community-w-2")).statusCode(403);
        post(COMMUNITY, wanted("street-w")).statusCode(403);
        post(COMMUNITY, wanted()).statusCode(403);
        as(STREET).get("/webhooks").then().body("id", hasItem(own));
        as(ADMINISTRATOR).get("/webhooks").then().body("id", hasItem(own));
        remove(own);
    }

    @Test
    void is_for_administrators_everywhere() {
        String everywhere = created(ADMINISTRATOR, wanted());
        String street = created(ADMINISTRATOR, wanted("street-w"));

        as(STREET).get("/webhooks").then().body("id", hasItem(street)).body("id", not(hasItem(everywhere)));
        remove(everywhere);
        remove(street);
    }

    @Test
    void hides_those_of_others() {
        String foreign = created(ADMINISTRATOR, wanted("community-w-2"));

        for (Token token : List.of(CLIENT, COMMUNITY)) {
            as(token).get("/webhooks").then().body("id", not(hasItem(foreign)));
            as(token).get("/webhooks/{id}", foreign).then().statusCode(404);
            as(token).delete("/webhooks/{id}", foreign).then().statusCode(404);
            as(token).get("/webhooks/{id}/deliveries", foreign).then().statusCode(404);
            as(token)
                    .post("/webhooks/{id}/deliveries/{d}/redelivery", foreign, UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
        remove(foreign);
        as(ADMINISTRATOR).get("/webhooks/{id}", foreign).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"events\": [\"offer.made\"]} | url",
                "{\"url\": \"https://[::1]/\"} | events",
                "{\"url\": \"https://[::1]/\", \"events\": []} | events",
                "{\"url\": \"https://[::1]/\", \"events\": [\"offer.lost\"]} | events",
                "{\"url\": \"https://[::1]/\", \"events\": [\"offer.made\"]} | url",
                "{\"url\": \"https://169.254.169.254/\", \"events\": [\"offer.made\"]} | url",
                "{\"url\": \"http://2130706433/\", \"events\": [\"offer.made\"]} | url",
                "{\"url\": \"ftp://127.0.0.1/\", \"events\": [\"offer.made\"]} | url",
                "{\"url\": \"http://127.0.0.1/\", \"events\": [\"offer.made\"], \"place\": \"street-w\"} | place",
                "{\"url\": 1, \"events\": {}} | events"
            })
    void says_which_field_is_wrong(String body, String field) {
        post(CLIENT, body).statusCode(400).body("title", equalTo("Invalid")).body("errors.field", contains(field));
    }

    @Test
    void knows_its_places() {
        post(ADMINISTRATOR, wanted("nowhere")).statusCode(400).body("errors.field", contains("place"));
    }

    @Test
    void gives_nobody_more_than_twenty() {
        Token greedy = Tokens.of("mini-app-greedy", "mini-app");
        List<String> kept =
                IntStream.range(0, 20).mapToObj(_ -> created(greedy, wanted())).toList();

        post(greedy, wanted()).statusCode(409).body("title", equalTo("TooManyWebhooks"));
        kept.forEach(WebhookResourceTest::remove);
    }

    @Test
    void pages_through_the_log_newest_first() {
        try (Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            for (int i = 0; i < 3; i++) refer(subscriber);

            Response first =
                    subscriber.client().queryParam("limit", 2).get("/webhooks/{id}/deliveries", subscriber.webhook);
            List<String> ids = first.path("id");
            first.then()
                    .header("Link", containsString("after=" + ids.get(1)))
                    .header("Link", containsString("rel=\"next\""));
            List<String> rest = subscriber
                    .client()
                    .queryParam("limit", 2)
                    .queryParam("after", ids.get(1))
                    .get("/webhooks/{id}/deliveries", subscriber.webhook)
                    .path("id");

            assertThat(ids).hasSize(2);
            assertThat(rest).hasSize(1).doesNotContainAnyElementsOf(ids);
        }
    }

    @Test
    void sends_again_what_is_asked_for_again() {
        try (Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            refer(subscriber);
            await().atMost(SOON).until(() -> subscriber.states().equals(List.of("DELIVERED")));

            subscriber
                    .client()
                    .post(
                            "/webhooks/{id}/deliveries/{d}/redelivery",
                            subscriber.webhook,
                            subscriber.log().getFirst().get("id"))
                    .then()
                    .statusCode(202)
                    .body("state", equalTo("PENDING"));

            await().atMost(SOON).until(() -> subscriber.receiver.received().size() == 2);
            assertThat(subscriber.receiver.received())
                    .extracting(received -> received.id())
                    .containsOnly((String) subscriber.log().getFirst().get("id"));
        }
    }

    @Test
    void sends_nothing_again_to_an_address_that_is_gone() {
        try (Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            subscriber.receiver.answers(410);
            refer(subscriber);
            await().atMost(SOON).until(() -> subscriber.states().equals(List.of("GIVEN_UP")));

            subscriber
                    .client()
                    .post(
                            "/webhooks/{id}/deliveries/{d}/redelivery",
                            subscriber.webhook,
                            subscriber.log().getFirst().get("id"))
                    .then()
                    .statusCode(409)
                    .body("title", equalTo("WebhookDisabled"));
        }
    }

    void refer(Subscriber subscriber) {
        transactions
                .run(now -> messenger.tell(List.of(new News(
                        Set.of(subscriber.person("mei")),
                        List.of("street-w"),
                        Map.of(),
                        List.of(new RequestReferred(UUID.randomUUID(), "community-w-1", 1, "supervisor-1", now))))))
                .await()
                .atMost(SOON);
    }
}
