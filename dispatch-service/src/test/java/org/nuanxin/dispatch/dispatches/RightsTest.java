package org.nuanxin.dispatch.dispatches;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.HandledBy;
import org.nuanxin.testing.Tokens;

/** Who may see and do what, and what is answered where they may not. */
@ServiceTest
class RightsTest {
    static final Map<String, Object> TURNED_AWAY = Map.of("reason", "a water main", "where", "the water company");
    static final Map<String, Object> COMMANDS = Map.ofEntries(
            Map.entry("assignment", Map.of("assignee", Map.of("kind", "staff", "id", "somebody"))),
            Map.entry("pause", Map.of("reason", "weather", "until", "2100-01-01T00:00:00Z")),
            Map.entry("pause-request", Map.of("reason", "weather", "until", "2100-01-01T00:00:00Z")),
            Map.entry("pause-request/approval", Map.of()),
            Map.entry("pause-request/rejection", Map.of()),
            Map.entry("extension", Map.of("until", "2100-01-01T00:00:00Z", "reason", "parts")),
            Map.entry("extension-request", Map.of("until", "2100-01-01T00:00:00Z", "reason", "parts")),
            Map.entry("extension-request/approval", Map.of()),
            Map.entry("extension-request/rejection", Map.of()),
            Map.entry("rebase", Map.of("reason", "a new promise")),
            Map.entry("appointment-proposal", Map.of("from", "2100-01-01T00:00:00Z", "to", "2100-01-01T01:00:00Z")),
            Map.entry("priority", Map.of("urgency", "urgent")),
            Map.entry("referral", TURNED_AWAY),
            Map.entry("refusal", TURNED_AWAY));
    static final List<String> READS = List.of("", "/candidates", "/explanation");

    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    static Stream<String> commands() {
        return COMMANDS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_supervisor_of_another_place_is_told_of_nothing(String command) {
        UUID request = leak();

        elsewhere()
                .body(COMMANDS.get(command))
                .put("/dispatches/" + request + "/" + command)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("NotFound"));
        READS.forEach(
                read -> elsewhere().get("/dispatches/" + request + read).then().statusCode(404));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_resident_may_not_command(String command) {
        resident("resident-" + here.number)
                .body(COMMANDS.get(command))
                .put("/dispatches/" + leak() + "/" + command)
                .then()
                .statusCode(403)
                .body("title", equalTo("Forbidden"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nobody_commands_without_a_token(String command) {
        given().contentType(ContentType.JSON)
                .body(COMMANDS.get(command))
                .put("/dispatches/" + UUID.randomUUID() + "/" + command)
                .then()
                .statusCode(401);
    }

    @Test
    void a_grid_worker_takes_a_matter_but_gives_it_to_nobody() {
        here.staff("grid-worker-" + here.number, "grid-worker", here.grid.getLast());
        UUID request = leak();

        here.gridWorker()
                .body(COMMANDS.get("assignment"))
                .put("/dispatches/" + request + "/assignment")
                .then()
                .statusCode(403);
        here.gridWorker()
                .body(Map.of("assignee", Map.of("kind", "staff", "id", "grid-worker-" + here.number)))
                .put("/dispatches/" + request + "/assignment")
                .then()
                .statusCode(200);
    }

    @Test
    void the_board_shows_the_callers_places_soonest_due_first() {
        UUID first = leak();
        UUID second = leak();

        here.supervisor()
                .get("/dispatches?status=manual")
                .then()
                .statusCode(200)
                .body("requestId", contains(first.toString(), second.toString()))
                .body("[0].dueAt", notNullValue())
                .body("[0].responsible", equalTo("grid-" + here.number));
        elsewhere()
                .get("/dispatches?place=" + here.community)
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
    }

    @Test
    void the_board_goes_on_from_page_to_page() {
        UUID first = leak();
        UUID second = leak();

        var page = here.supervisor().get("/dispatches?limit=1&place=" + here.grid.getLast());
        page.then().body("requestId", contains(first.toString()));
        String next = page.header("Link").replaceAll("<([^>]*)>.*", "$1");
        var last = here.supervisor().urlEncodingEnabled(false).get(next);

        last.then().body("requestId", contains(second.toString())).header("Link", nullValue());
    }

    @Test
    void a_referral_is_seen_by_whose_matter_it_is() {
        UUID request = leak();

        here.supervisor()
                .body(TURNED_AWAY)
                .put("/dispatches/" + request + "/referral")
                .then()
                .statusCode(200)
                .body("status", equalTo("referred"))
                .body("dueAt", nullValue());

        resident("resident-" + here.number)
                .get("/dispatches/" + request + "/outcome")
                .then()
                .statusCode(200)
                .body("status", equalTo("referred"))
                .body("where", equalTo("the water company"));
        resident("resident-of-another-house")
                .get("/dispatches/" + request + "/outcome")
                .then()
                .statusCode(404);
    }

    @Test
    void nobody_learns_who_exists_from_a_matter_of_another_place() {
        UUID request = leak();

        for (String id : List.of("li", UUID.randomUUID().toString())) {
            elsewhere()
                    .body(Map.of("assignee", Map.of("kind", "volunteer", "id", id)))
                    .put("/dispatches/" + request + "/assignment")
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void a_place_is_held_by_those_on_duty_only() {
        String path = "/dispatches/" + leak() + "/outcome";

        here.supervisor().get(path).then().statusCode(200);
        given().header(
                        "Authorization",
                        Tokens.of("resident-elsewhere", "resident", "administrator")
                                .withPlaces(here.community)
                                .bearer())
                .get(path)
                .then()
                .statusCode(404);
    }

    @Test
    void a_broken_rule_is_named_in_the_callers_language() {
        UUID request = leak();
        here.supervisor()
                .body(TURNED_AWAY)
                .put("/dispatches/" + request + "/refusal")
                .then()
                .statusCode(200);

        here.supervisor()
                .body(TURNED_AWAY)
                .put("/dispatches/" + request + "/referral")
                .then()
                .statusCode(409)
                .body("title", equalTo("RequestNotOpen"))
                .body("detail", equalTo("The request is over: nothing more can be done about it here."));
        here.supervisor()
                .header("Accept-Language", "zh-CN")
                .delete("/dispatches/" + request + "/pause")
                .then()
                .statusCode(409)
                .body("detail", not(equalTo("RequestNotOpen")));
    }

    @Test
    void pause_resume_and_extension_show_on_the_board() {
        UUID request = leak();
        String path = "/dispatches/" + request;
        Map<String, Object> pause = Map.of("reason", "weather", "until", soon(600));
        Map<String, Object> extension = Map.of("until", soon(1500), "reason", "parts");

        here.supervisor().body(pause).put(path + "/pause").then().body("flags", contains("paused"));
        here.supervisor().body(pause).put(path + "/pause").then().body("title", equalTo("AlreadyPaused"));
        here.supervisor().body(extension).put(path + "/extension").then().body("title", equalTo("ClosurePaused"));
        here.supervisor().delete(path + "/pause").then().body("flags", hasSize(0));
        here.supervisor().body(extension).put(path + "/extension").then().body("flags", contains("extended"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{}",
                "{\"reason\": \"moonlight\", \"until\": \"2030-01-01T00:00:00Z\"}",
                "{\"reason\": \"weather\", \"until\": \"tomorrow\"}",
                "{\"reason\": \"weather\"}"
            })
    void what_cannot_be_read_is_said_to_be_so(String body) {
        here.supervisor()
                .body(body)
                .put("/dispatches/" + UUID.randomUUID() + "/pause")
                .then()
                .statusCode(400)
                .body("title", equalTo("Invalid"));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_asked_of_the_board_wrongly_is_named(String query, int status) {
        here.supervisor().get("/dispatches?" + query).then().statusCode(status);
    }

    static Stream<Arguments> what_is_asked_of_the_board_wrongly_is_named() {
        return Stream.of(
                Arguments.of("limit=0", 400),
                Arguments.of("limit=1000", 400),
                Arguments.of("after=xyz", 400),
                Arguments.of("due=tomorrow", 400),
                Arguments.of("status=no_such_status", 200),
                Arguments.of("due=2030-01-01T00:00:00Z", 200));
    }

    @Test
    void an_unknown_volunteer_cannot_be_given_anything() {
        UUID request = leak();

        for (String id : List.of("li", UUID.randomUUID().toString())) {
            here.supervisor()
                    .body(Map.of("assignee", Map.of("kind", "volunteer", "id", id)))
                    .put("/dispatches/" + request + "/assignment")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("assignee.id"));
        }
    }

    @Test
    void an_explanation_tells_the_steps_and_who_could_help() {
        var li = here.volunteer("li", 1);
        var off = here.volunteer("off", 1, false);
        Known.await(li, off);
        UUID request = here.submit();
        here.awaitStatus(request, "searching");

        var told = here.supervisor().get("/dispatches/" + request + "/explanation");

        told.then()
                .statusCode(200)
                .body("steps.type", contains("SearchStarted", "OfferMade"))
                .body("handling.offers[0].reasons", notNullValue())
                .body("handling.response.warnings", hasSize(2))
                .body("candidates.volunteers.volunteerId", contains(li.id()))
                .body("candidates.leftOut.'" + off.id() + "'", equalTo("not_on_duty"));
        assertThat(told.asString()).doesNotContain("Exception");
    }

    @Test
    void those_left_out_are_counted_and_as_many_named_as_wanted() {
        var off = here.volunteer("off", 1, false);
        var alsoOff = here.volunteer("also off", 1, false);
        Known.await(off, alsoOff);
        UUID request = here.submit();
        here.awaitStatus(request, "manual");
        String path = "/dispatches/" + request + "/candidates";

        here.supervisor()
                .get(path)
                .then()
                .statusCode(200)
                .body("leftOut.keySet()", containsInAnyOrder(off.id(), alsoOff.id()))
                .body("leftOutCounts.not_on_duty", equalTo(2));
        here.supervisor()
                .get(path + "?limit=1")
                .then()
                .body("leftOut.size()", equalTo(1))
                .body("leftOutCounts.not_on_duty", equalTo(2));
        here.supervisor().get(path + "?limit=-1").then().statusCode(400);
        here.supervisor().get(path + "?limit=100000").then().statusCode(400);
    }

    private static String soon(int seconds) {
        return Neighbourhood.now().plusSeconds(seconds).toString();
    }

    private UUID leak() {
        UUID request = here.submit(HandledBy.DUTY_DESK);
        here.awaitStatus(request, "manual");
        return request;
    }

    private RequestSpecification elsewhere() {
        return Neighbourhood.as("supervisor-elsewhere", "supervisor", "community-elsewhere");
    }

    private static RequestSpecification resident(String subject) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", Tokens.of(subject, "resident").bearer());
    }
}
