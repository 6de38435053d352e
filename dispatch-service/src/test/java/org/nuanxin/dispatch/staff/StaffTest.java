package org.nuanxin.dispatch.staff;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;

@ServiceTest
class StaffTest {
    static final Map<String, Object> WANG =
            Map.of("role", "grid-worker", "places", List.of("grid-1"), "onDuty", true, "language", "zh-CN");

    @Test
    void is_put_on_the_roster_and_read_again() {
        administrator().body(WANG).put("/staff/wang").then().statusCode(200);

        administrator()
                .get("/staff/wang")
                .then()
                .statusCode(200)
                .body("role", equalTo("grid-worker"))
                .body("places", contains("grid-1"))
                .body("onDuty", equalTo(true));
    }

    @Test
    void unknown_is_not_found() {
        administrator().get("/staff/nobody").then().statusCode(404).body("title", equalTo("NotFound"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"supervisor", "grid-worker", "resident"})
    void is_the_administrators_only(String role) {
        Neighbourhood.as("somebody", role, "community-1")
                .body(WANG)
                .put("/staff/wang")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"places\": [\"grid-1\"], \"onDuty\": true}",
                "{\"role\": \"king\", \"places\": [\"grid-1\"], \"onDuty\": true}",
                "{\"role\": \"grid-worker\", \"places\": [], \"onDuty\": true}",
                "{\"role\": \"grid-worker\", \"places\": [\"\"], \"onDuty\": true}",
                "{\"role\": \"grid-worker\", \"places\": [\"grid-1\"], \"onDuty\": \"maybe\"}",
                "not json"
            })
    void that_cannot_be_is_named(String body) {
        administrator()
                .body(body)
                .put("/staff/wang")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("title", equalTo("Invalid"));
    }

    private static io.restassured.specification.RequestSpecification administrator() {
        return Neighbourhood.as("administrator-1", "administrator");
    }
}
