package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.nuanxin.intake.Town.BUILDING_LEADER;
import static org.nuanxin.intake.Town.IN_HAITANG;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.MEI_CONTACT;
import static org.nuanxin.intake.Town.MINI_APP;
import static org.nuanxin.intake.Town.as;
import static org.nuanxin.intake.Town.submit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Position;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class SubmissionTest {
    static final String LOCKED_OUT = "{\"serviceType\": \"lock-opening\", %s, %s}".formatted(IN_HAITANG, MEI_CONTACT);

    static final String WAITING_FOR_A_LOCK =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into command%'";

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @BeforeEach
    void town() {
        Town.build();
    }

    @Test
    void is_answered_with_a_reference_and_told_to_dispatch() {
        try (var probe = KafkaProbe.fromNow()) {
            Response answer = submit(MEI, """
                    {"serviceType": "lock-opening", "description": "pot on the stove", %s, %s,
                     "address": {"text": "door 202", "floor": 2, "lift": false}}""".formatted(IN_HAITANG, MEI_CONTACT));

            answer.then()
                    .statusCode(201)
                    .header("Location", matchesPattern("(http://.*)?/requests/[0-9a-f-]{36}"))
                    .body("reference", matchesPattern("NX-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}"))
                    .body("status", equalTo("submitted"))
                    .body("placeId", equalTo("grid-1"))
                    .body("description", equalTo("pot on the stove"))
                    .body("promise.text", equalTo("We have your request."))
                    .body("links.timeline", containsString("/timeline"));

            UUID id = Town.id(answer);
            var told = probe.awaitEvent(
                    RequestSubmitted.class, event -> event.requestId().equals(id));
            assertThat(told.placePath()).containsExactly("street-1", "community-1", "compound-1", "grid-1");
            assertThat(told.position()).isEqualTo(new Position(30.744, 121.337));
            assertThat(told.key()).isEqualTo("community-1");
            assertThat(told.floor()).isEqualTo(2);
            assertThat(told.checks()).containsExactly("checked");
            assertThat(told.channel()).isEqualTo("web");
            as(MEI).get("/requests/" + id).then().statusCode(200).body("id", equalTo(id.toString()));
        }
    }

    @Test
    void is_accepted_once_however_often_it_is_sent_at_once() {
        String key = UUID.randomUUID().toString();

        List<Response> answers;
        try (var threads = Executors.newFixedThreadPool(50)) {
            answers =
                    IntStream.range(0, 50).mapToObj(_ -> threads.submit(() -> send(key, LOCKED_OUT))).toList().stream()
                            .map(Town::get)
                            .toList();
        }

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(Town::id).collect(Collectors.toSet())).hasSize(1);
        assertThat(count("select count(*) from request where request_id = $1", Town.id(answers.getFirst())))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from journal where subject = $1",
                        Town.id(answers.getFirst()).toString()))
                .isEqualTo(1);
    }

    @Test
    void holds_up_nobody_else_where_its_key_is_held_by_somebody_who_stands_still() {
        String key = UUID.randomUUID().toString();
        CompletableFuture<Void> goesOn = new CompletableFuture<>();
        Uni<Void> held = transactions.run(now -> sql.update(
                        "insert into command (caller, key, payload, at) values ($1, $2, 'something', $3)",
                        MEI.subject(),
                        key,
                        now)
                .chain(() -> Uni.createFrom().completionStage(goesOn)));

        var threads = Executors.newFixedThreadPool(10);
        try {
            threads.execute(() -> held.onFailure().recoverWithNull().await().indefinitely());
            Future<Response> stuck = threads.submit(() -> send(key, LOCKED_OUT));
            await().until(() -> count(WAITING_FOR_A_LOCK) > 0);
            List<Future<Response>> others = IntStream.range(0, 5)
                    .mapToObj(_ -> threads.submit(() -> submit(MEI, LOCKED_OUT)))
                    .toList();

            assertThat(others).allMatch(other -> Town.get(other).statusCode() == 201);
            Town.get(stuck).then().statusCode(503).header("Retry-After", matchesPattern("\\d+"));
        } finally {
            goesOn.completeExceptionally(new IllegalStateException("has gone"));
            threads.shutdown();
        }
        await().until(() -> send(key, LOCKED_OUT).statusCode() == 201);
    }

    @Test
    void is_refused_where_its_key_has_been_used_for_something_else() {
        String key = UUID.randomUUID().toString();
        send(key, LOCKED_OUT).then().statusCode(201);

        send(key, LOCKED_OUT.replace("Mei", "Lin"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("title", equalTo("KeyUsedOtherwise"));
    }

    @Test
    void shares_nothing_but_the_commit_with_those_who_submit_at_the_same_time() {
        String key = UUID.randomUUID().toString();
        String unfit = LOCKED_OUT.replace("lock-opening", "no-such-type");
        String otherwise = LOCKED_OUT.replace("Mei", "Lin");

        List<Response> answers;
        try (var threads = Executors.newFixedThreadPool(30)) {
            answers = IntStream.range(0, 60)
                    .mapToObj(i -> threads.submit(() -> switch (i % 4) {
                        case 0 -> send(key, LOCKED_OUT);
                        case 1 -> send(key, otherwise);
                        case 2 -> send(UUID.randomUUID().toString(), unfit);
                        default -> send(UUID.randomUUID().toString(), LOCKED_OUT);
                    }))
                    .toList()
                    .stream()
                    .map(Town::get)
                    .toList();
        }

        var statuses = answers.stream().collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
        assertThat(statuses).isEqualTo(Map.of(201, 30L, 422, 15L, 400, 15L));
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Town::id)
                        .collect(Collectors.toSet()))
                .hasSize(16);
    }

    @Test
    void may_use_the_key_of_somebody_else() {
        String key = UUID.randomUUID().toString();
        UUID hers = Town.id(send(key, LOCKED_OUT));

        UUID another = Town.id(as(Town.STRANGER)
                .header("Idempotency-Key", key)
                .body(LOCKED_OUT)
                .post("/requests"));

        assertThat(another).isNotEqualTo(hers);
    }

    @Test
    void is_reported_by_a_building_leader_for_somebody_without_a_phone() {
        UUID id = Town.id(submit(BUILDING_LEADER, """
                {"serviceType": "lock-opening", "placeId": "building-1",
                 "beneficiary": {"name": "Grandma Wang", "sub": "grandma", "consent": true},
                 "contact": {"name": "leader", "phone": "021-57940000"}}"""));

        as(Tokens.of("grandma", "resident"))
                .get("/requests/" + id)
                .then()
                .statusCode(200)
                .body("flags", hasItem("byProxy"));
    }

    @Test
    void comes_from_a_mini_app_for_its_own_people() {
        try (var probe = KafkaProbe.fromNow()) {
            UUID id = Town.id(
                    as(MINI_APP).header("On-Behalf-Of", "mei").body(LOCKED_OUT).post("/requests"));

            var told = probe.awaitEvent(
                    RequestSubmitted.class, event -> event.requestId().equals(id));
            assertThat(told.resident()).isEqualTo("mini-app:mei");
            assertThat(told.client()).isEqualTo("mini-app");
            assertThat(told.channel()).isEqualTo("mini-app");
            as(MEI).get("/requests/" + id).then().statusCode(404);
            as(MINI_APP).get("/requests/" + id).then().statusCode(404);
            as(MINI_APP)
                    .header("On-Behalf-Of", "mei")
                    .get("/requests/" + id)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void needs_nothing_but_the_service_type_once_the_profile_is_kept() {
        var lin = Tokens.of("lin", "resident");
        as(lin).body("""
                        {"name": "Lin", "phone": "13911112222", "home": {"placeId": "building-1", "address": "202"}}""").put("/residents/me").then().statusCode(200);

        submit(lin, "{\"serviceType\": \"lock-opening\"}")
                .then()
                .statusCode(201)
                .body("placeId", equalTo("building-1"));
        as(lin).get("/residents/me").then().body("home.address", equalTo("202"));
        as(Town.STRANGER).get("/residents/me").then().statusCode(200).body("phone", equalTo(null));
    }

    @Test
    void waits_for_the_promise_where_the_caller_prefers_so() {
        try (var probe = KafkaProbe.fromNow();
                var threads = Executors.newSingleThreadExecutor()) {
            var answer = threads.submit(
                    () -> as(MEI).header("Prefer", "wait=20").body(LOCKED_OUT).post("/requests"));
            UUID id = probe.awaitEvent(RequestSubmitted.class, _ -> true).requestId();
            probe.send(new Dispatch(id).started());

            Town.get(answer)
                    .then()
                    .statusCode(201)
                    .body("status", equalTo("searching"))
                    .body("responseDueAt", equalTo(Dispatch.ANSWER_BY.toString()))
                    .body("promise.answerBy", equalTo(Dispatch.ANSWER_BY.toString()))
                    .body("promise.text", containsString("1 Mar 22:20"));
        }
    }

    @Test
    void leaves_nothing_personal_where_others_could_read_it() {
        String canary = "canary-" + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        String body = """
                {"serviceType": "lock-opening", "description": "%1$s", %2$s,
                 "contact": {"name": "%1$s", "phone": "13999999999"}, "address": {"text": "%1$s", "room": "%1$s"},
                 "beneficiary": {"name": "%1$s", "consent": true}}""".formatted(canary, IN_HAITANG);
        UUID id = Town.id(send(key, body));
        send(key, body).then().statusCode(201).body("description", equalTo(canary));
        as(MEI).body("{\"description\": \"%1$s\", \"address\": {\"unit\": \"%1$s\", \"floor\": 3}}".formatted(canary))
                .patch("/requests/" + id)
                .then()
                .statusCode(200);

        for (String table : List.of("journal", "timeline", "request", "progress", "command", "dead_letter")) {
            assertThat(count("select count(*) from " + table + " t where t::text like '%' || $1 || '%'", canary))
                    .as(table)
                    .isZero();
            assertThat(count("select count(*) from " + table + " t where t::text like '%13999999999%'"))
                    .as(table)
                    .isZero();
        }
    }

    Response send(String key, String body) {
        return as(MEI).header("Idempotency-Key", key).body(body).post("/requests");
    }

    long count(String query, Object... parameters) {
        return transactions
                .read(() -> sql.query(query, parameters))
                .await()
                .atMost(Duration.ofSeconds(10))
                .getFirst()
                .longValue(0);
    }
}
