package org.nuanxin.dispatch.dispatches;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.PauseAsked;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** What is asked of the clocks and done to them, over HTTP, and how it is explained. */
@ServiceTest
class ClockCommandsTest {
    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_volunteer_asks_for_a_pause_and_a_supervisor_approves() {
        here.staff("supervisor-" + here.number, "supervisor", here.community);
        Holder li = here.volunteer("li", 1);
        String path = held(li);
        Map<String, Object> parts = Map.of("reason", "waiting_for_parts", "until", soon(120));

        as(li).body(parts).put(path + "/pause-request").then().statusCode(200).body("pause.by", equalTo(li.subject()));
        UUID request = UUID.fromString(path.substring("/dispatches/".length()));
        assertThat(here.said(PauseAsked.class, request).by()).isEqualTo(li.subject());
        AlertRaised alert = here.probe.awaitEvent(
                AlertRaised.class, raised -> raised.requestId().equals(request) && raised.cause() == Cause.PAUSE_ASKED);
        assertThat(alert.recipients()).containsExactly("supervisor-" + here.number);
        here.supervisor()
                .get(path)
                .then()
                .body("flags", contains("pause_asked"))
                .body("wishes.pause.reason", equalTo("waiting_for_parts"));

        as(li).body(Map.of()).put(path + "/pause-request/approval").then().statusCode(403);
        here.supervisor()
                .body(Map.of())
                .put(path + "/pause-request/approval")
                .then()
                .statusCode(200)
                .body("flags", contains("paused"));
        assertThat(here.said(ClosurePaused.class, request).by()).isEqualTo("supervisor-" + here.number);
    }

    @Test
    void nobody_else_asks_for_the_holder() {
        Holder li = here.volunteer("li", 1);
        String path = held(li);
        Map<String, Object> parts = Map.of("reason", "waiting_for_parts", "until", soon(120));

        Neighbourhood.as("somebody", "volunteer")
                .body(parts)
                .put(path + "/pause-request")
                .then()
                .statusCode(404);
        here.gridWorker()
                .body(parts)
                .put(path + "/pause-request")
                .then()
                .statusCode(409)
                .body("title", equalTo("NotTheHolder"))
                .body("detail", equalTo("Only whoever holds the request may ask for this."));
        inChinese()
                .put(path + "/extension-request/rejection")
                .then()
                .statusCode(409)
                .body("title", equalTo("NothingAsked"))
                .body("detail", equalTo("没有待处理的申请，或已答复。"));
    }

    @Test
    void an_extension_is_asked_for_with_words_that_stay_here() {
        Holder li = here.volunteer("li", 1);
        String path = held(li);
        UUID request = UUID.fromString(path.substring("/dispatches/".length()));

        as(li).body(Map.of("until", soon(1500), "reason", "the wall is wet"))
                .put(path + "/extension-request")
                .then()
                .statusCode(200);
        here.supervisor()
                .body(Map.of("until", soon(1400)))
                .put(path + "/extension-request/approval")
                .then()
                .statusCode(200)
                .body("flags", contains("extended"));

        assertThat(here.said(ClosureExtended.class, request).toString()).doesNotContain("wet");
        here.supervisor().get(path).then().body("closure.extension", equalTo("the wall is wet"));
    }

    @Test
    void a_clock_is_explained_step_by_step_in_the_readers_language() {
        UUID request = here.submit(HandledBy.DUTY_DESK);
        here.awaitStatus(request, "manual");
        String path = "/dispatches/" + request;
        here.supervisor()
                .body(Map.of("reason", "weather", "until", soon(300)))
                .put(path + "/pause")
                .then()
                .statusCode(200);
        here.supervisor().delete(path + "/pause").then().statusCode(200);

        here.supervisor()
                .get(path + "/explanation")
                .then()
                .statusCode(200)
                .body("clocks.clock", contains("response", "closure"))
                .body("clocks[1].steps.what", contains("started", "paused", "resumed"))
                .body("clocks[1].steps[1].by", equalTo("supervisor-" + here.number))
                .body("clocks[1].steps[1].reason", equalTo("weather"))
                .body("clocks[1].steps[1].text", containsString("the weather"));
        inChinese().get(path + "/explanation").then().body("clocks[1].steps.text", hasItems(containsString("挂起")));
    }

    @Test
    void running_rounds_take_the_newest_policy_of_their_place() {
        here.defined();
        UUID one = here.submit(HandledBy.DUTY_DESK);
        UUID other = here.submit(HandledBy.DUTY_DESK);
        here.awaitStatus(one, "manual");
        here.awaitStatus(other, "manual");
        Map<String, Object> why = Map.of("reason", "the street promises more");
        here.supervisor()
                .body(why)
                .put("/dispatches/" + one + "/rebase")
                .then()
                .statusCode(409)
                .body("title", equalTo("NothingToRebase"));

        promise("PT120H");

        here.supervisor().body(why).put("/dispatches/" + one + "/rebase").then().statusCode(200);
        here.supervisor()
                .body(why)
                .put("/dispatches/rebase?place=" + here.community)
                .then()
                .statusCode(200)
                .body("rebased", equalTo(1))
                .body("unchanged", equalTo(1));
        here.supervisor()
                .get("/dispatches/" + other + "/explanation")
                .then()
                .body("clocks[1].steps.what", contains("started", "rebased"))
                .body("clocks[1].steps[1].reason", equalTo("the street promises more"));
    }

    @Test
    void the_rounds_of_a_place_take_it_page_by_page() {
        here.defined();
        List<UUID> requests =
                Stream.generate(() -> here.submit(HandledBy.DUTY_DESK)).limit(3).toList();
        requests.forEach(request -> here.awaitStatus(request, "manual"));
        promise("PT120H");

        String next = rebaseTwo("").body("rebased", equalTo(2)).extract().path("next");
        rebaseTwo("&after=" + next).body("rebased", equalTo(1)).body("next", nullValue());
        rebaseTwo("").body("rebased", equalTo(0)).body("unchanged", equalTo(2));
        requests.forEach(request -> here.supervisor()
                .get("/dispatches/" + request + "/explanation")
                .then()
                .body("clocks[1].steps.what", contains("started", "rebased")));
    }

    private ValidatableResponse rebaseTwo(String page) {
        return here.supervisor()
                .body(Map.of("reason", "the street promises more"))
                .put("/dispatches/rebase?limit=2&place=" + here.community + page)
                .then()
                .statusCode(200);
    }

    @Test
    void nothing_of_another_place_is_rebased() {
        here.supervisor()
                .body(Map.of("reason", "why"))
                .put("/dispatches/rebase?place=community-elsewhere")
                .then()
                .statusCode(200)
                .body("rebased", equalTo(0));
        here.supervisor()
                .body(Map.of("reason", "why"))
                .put("/dispatches/rebase")
                .then()
                .statusCode(400);
    }

    @Test
    void a_window_that_ends_before_it_begins_is_refused() {
        Holder li = here.volunteer("li", 1);
        String path = held(li);

        as(li).body(Map.of("from", soon(600), "to", soon(60)))
                .put(path + "/appointment-proposal")
                .then()
                .statusCode(400);
        as(li).body(Map.of("from", soon(600)))
                .put(path + "/appointment-proposal")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("to"));
        as(li).body(Map.of("from", soon(60), "to", soon(600)))
                .put(path + "/appointment-proposal")
                .then()
                .statusCode(409)
                .body("title", equalTo("NoAppointment"));
        here.supervisor()
                .get(path)
                .then()
                .body("wishes.appointment", nullValue())
                .body("flags", hasSize(0));
    }

    private void promise(String within) {
        JsonPath builtIn = Neighbourhood.as("administrator-1", "administrator")
                .get("/policies/default-urgent")
                .jsonPath();
        Map<String, Object> policy = new HashMap<>(builtIn.getMap(""));
        Map<String, Object> closure = new HashMap<>(builtIn.getMap("closure"));
        closure.put("within", within);
        policy.put("closure", closure);
        here.supervisor()
                .body(policy)
                .put("/policies/" + here.community + ":*:urgent")
                .then()
                .statusCode(200);
    }

    private String held(Holder holder) {
        Known.await(holder);
        UUID request = here.submit();
        here.probe.send(here.acceptance(here.offerTo(request, holder)));
        here.said(RequestAssigned.class, request);
        here.awaitStatus(request, "assigned");
        return "/dispatches/" + request;
    }

    private RequestSpecification inChinese() {
        Token token =
                Tokens.of("supervisor-" + here.number, "resident", "supervisor").withPlaces(here.community);
        return given().header("Authorization", token.bearer())
                .header("Accept-Language", "zh-CN")
                .contentType(ContentType.JSON);
    }

    private static RequestSpecification as(Holder holder) {
        return Neighbourhood.as(holder.subject(), "volunteer");
    }

    private static String soon(int seconds) {
        return Neighbourhood.now().plusSeconds(seconds).toString();
    }
}
