package org.nuanxin.dispatch.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.HandledBy;

@ServiceTest
class PoliciesTest {
    Neighbourhood here = new Neighbourhood().defined();
    String builtIn = "";

    @BeforeEach
    void theFirstVersion() {
        builtIn = here.supervisor().get("/policies/default-urgent").asString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> put(builtIn).put("/policies/" + scope()).statusCode() == 200);
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void a_place_of_its_own_rules_goes_by_them_from_the_next_round_on() {
        UUID before = here.submit(HandledBy.DUTY_DESK);
        here.awaitStatus(before, "manual");
        put(builtIn.replace("\"within\":\"PT15M\"", "\"within\":\"PT30M\""))
                .put("/policies/" + scope())
                .then()
                .statusCode(200);

        UUID after = here.submit(HandledBy.DUTY_DESK);

        assertThat(minutesToAnswer(before)).isEqualTo(15);
        assertThat(minutesToAnswer(after)).isEqualTo(30);
        here.supervisor().get("/dispatches/" + before).then().body("search.policy.version", equalTo(1));
        here.supervisor().get("/dispatches/" + after).then().body("search.policy.version", equalTo(2));
    }

    @Test
    void is_described_part_by_part() {
        here.supervisor()
                .get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/policies/{scope}'.put.requestBody.content.'application/json'.schema.$ref",
                        equalTo("#/components/schemas/PolicyParts"))
                .body("components.schemas.PolicyParts.properties", hasKey("limits"))
                .body("components.schemas.ZoneId.type", equalTo("string"));
    }

    @Test
    void is_read_as_it_was_set_and_not_overwritten_unseen() {
        var read = here.supervisor().get("/policies/" + scope());
        read.then().statusCode(200).body("response.within", equalTo("PT15M"));

        put(builtIn)
                .header("If-Match", read.header("ETag"))
                .put("/policies/" + scope())
                .then()
                .statusCode(200);
        put(builtIn)
                .header("If-Match", read.header("ETag"))
                .put("/policies/" + scope())
                .then()
                .statusCode(412)
                .body("title", equalTo("PolicyChangedMeanwhile"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "within":"PT15M"   | "within":"PT7M"  | response.within
            "within":"PT15M"   | "within":null    | response.within
            "offerWait":"PT2M" | "offerWait":"PT0S" | phases[0].offerWait
            "parallel":3       | "parallel":0     | phases[0].parallel
            """)
    void that_could_not_be_kept_is_refused_with_the_field(String good, String bad, String field) {
        put(builtIn.replaceFirst(good, bad))
                .put("/policies/" + scope())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void that_is_misspelt_is_not_taken_for_nothing() {
        put("{\"respones\": {\"within\": \"PT30M\"}}")
                .put("/policies/" + scope())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("respones"));
    }

    @Test
    void sets_only_the_parts_in_which_a_place_differs() {
        String grid = "/policies/" + here.grid.getLast() + ":*:urgent";
        String hours = "{\"window\": {\"opens\": \"08:00\", \"closes\": \"19:00\", \"zone\": \"Asia/Shanghai\"}}";

        put(hours).put(grid).then().statusCode(200).body("window.opens", equalTo("08:00:00"), "closure", nullValue());

        here.supervisor()
                .get(grid + "?effective=true")
                .then()
                .statusCode(200)
                .body("policy.window.closes", equalTo("19:00:00"))
                .body("policy.response.within", equalTo("PT15M"))
                .body("sources.window", equalTo(here.grid.getLast() + ":*:urgent@1"))
                .body("sources.response", startsWith(scope() + "@"))
                .body("calendars.window.code", equalTo("08:00-19:00"))
                .body("key.beside", hasItem(startsWith(scope() + "@")));
    }

    @Test
    void is_refused_where_it_breaks_another_ones() {
        String grid = here.grid.getLast() + ":*:urgent";
        put("{\"response\": {\"within\": \"PT40M\", \"warnings\": [], \"breachTells\": \"GRID\"}}")
                .put("/policies/" + grid)
                .then()
                .statusCode(200);

        put("{\"closure\": {\"within\": \"PT30M\", \"warnings\": [], \"breachTells\": \"GRID\"}}")
                .put("/policies/" + scope())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(grid + " closure.within"));
    }

    @Test
    void of_another_place_or_of_everywhere_is_not_a_supervisors() {
        Neighbourhood elsewhere = new Neighbourhood();
        elsewhere.supervisor().body(builtIn).put("/policies/" + scope()).then().statusCode(404);
        elsewhere.close();

        put(builtIn).put("/policies/default-urgent").then().statusCode(403);
        put(builtIn).put("/policies/nonsense").then().statusCode(404);
        here.gridWorker().body(builtIn).put("/policies/" + scope()).then().statusCode(403);
    }

    private String scope() {
        return "community-" + here.number + ":*:urgent";
    }

    private RequestSpecification put(String body) {
        return here.supervisor().body(body);
    }

    private long minutesToAnswer(UUID request) {
        SearchStarted started = here.said(SearchStarted.class, request);
        var asked = here.supervisor().get("/dispatches/" + request);
        var from = Instant.parse(asked.path("response.startedAt"));
        return Math.round(Duration.between(from, started.responseDueAt()).toMillis() * 120 / 60_000.0);
    }
}
