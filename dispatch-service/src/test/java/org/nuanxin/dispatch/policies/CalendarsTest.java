package org.nuanxin.dispatch.policies;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;

@ServiceTest
class CalendarsTest {
    static final String OFFICE = """
            {"zone": "Asia/Shanghai",
             "week": {"MONDAY": [{"from": "08:30", "to": "12:00"}, {"from": "13:30", "to": "17:30"}]},
             "holidays": ["2026-10-05"], "makeUpDays": {"2026-10-10": "MONDAY"}}
            """;

    String code = "office-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void are_there_from_the_start() {
        supervisor()
                .get("/calendars")
                .then()
                .statusCode(200)
                .body("code", hasItems("always", "daytime", "workdays-cn"));
        supervisor()
                .get("/calendars/workdays-cn")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("makeUpDays.'2026-02-14'", equalTo("MONDAY"))
                .body("holidays", hasItem("2026-02-17"))
                .body("holidays", not(hasItem("2026-02-14")));
        supervisor().get("/calendars/" + code).then().statusCode(404);
    }

    @Test
    void are_set_in_versions_and_not_overwritten_unseen() {
        administrator(OFFICE).put("/calendars/" + code).then().statusCode(200).header("ETag", "\"1\"");
        administrator(OFFICE)
                .header("If-Match", "\"1\"")
                .put("/calendars/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("week.MONDAY[1].from", equalTo("13:30:00"));
        administrator(OFFICE)
                .header("If-Match", "\"1\"")
                .put("/calendars/" + code)
                .then()
                .statusCode(412)
                .body("title", equalTo("CalendarChangedMeanwhile"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "MONDAY": [        | "TUESDAY": [       | makeUpDays.2026-10-10
            "08:30"            | "12:30"            | week.MONDAY[0].to
            "2026-10-05"       | "2026-10-10"       | makeUpDays.2026-10-10
            "zone"             | "zones"            | zone
            "week": {          | "weak": {          | week
            """)
    void that_could_not_be_kept_are_refused_with_the_field(String good, String bad, String field) {
        administrator(OFFICE.replace(good, bad))
                .put("/calendars/" + code)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void are_an_administrators_and_always_is_nobodys() {
        supervisor().body(OFFICE).put("/calendars/" + code).then().statusCode(403);
        administrator(OFFICE).put("/calendars/always").then().statusCode(400).body("errors.field", hasItem("code"));
        Neighbourhood.as("resident", "resident").get("/calendars").then().statusCode(403);
    }

    private static RequestSpecification supervisor() {
        return Neighbourhood.as("supervisor", "supervisor");
    }

    private static RequestSpecification administrator(String body) {
        return Neighbourhood.as("administrator", "administrator").body(body);
    }
}
