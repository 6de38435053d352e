package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.nuanxin.intake.Town.ADMINISTRATOR;
import static org.nuanxin.intake.Town.anybody;
import static org.nuanxin.intake.Town.as;
import static org.nuanxin.intake.Town.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;

/** The tree of places and the catalogue: read by everybody, defined by administrators, told to the other services. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class DirectoryTest {
    @BeforeEach
    void town() {
        Town.build();
    }

    @Test
    void shows_places_to_everybody() {
        anybody().get("/places?level=COMMUNITY").then().body("id", contains("community-1", "community-2"));
        anybody().get("/places?parent=community-1").then().body("id", contains("compound-1"));
        anybody()
                .get("/places/building-1")
                .then()
                .body("path", contains("street-1", "community-1", "compound-1", "grid-1", "building-1"))
                .body("centre.lat", equalTo(30.7438f));
    }

    @Test
    void finds_the_grid_of_a_point() {
        anybody().get("/places/located-at?lat=30.7301&lon=121.3472").then().body("id", equalTo("grid-2"));
        anybody().get("/places/located-at?lat=31.23&lon=121.47").then().statusCode(404);
    }

    @Test
    void tells_the_other_services_of_a_place_and_of_all_that_move_with_it() {
        place("compound-m", "COMPOUND", "community-1", 30.74, 121.34).then().statusCode(200);
        place("grid-m", "GRID", "compound-m", 30.74, 121.34).then().statusCode(200);
        try (var probe = KafkaProbe.fromNow()) {
            place("compound-m", "COMPOUND", "community-2", 30.74, 121.34).then().statusCode(200);

            var told = probe.awaitEvent(
                    PlaceDefined.class, place -> place.placeId().equals("grid-m"));
            assertThat(told.path()).containsExactly("street-1", "community-2", "compound-m", "grid-m");
        }
        anybody().get("/places/grid-m").then().body("path", hasItem("community-2"));
    }

    @ParameterizedTest
    @CsvSource({
        "loop-1, COMPOUND, nowhere, 30.7, 121.3, parentId",
        "community-1, COMMUNITY, grid-1, 30.7, 121.3, parentId",
        "loop-2, STREET, street-1, 30.7, 121.3, parentId",
        "loop-3, GRID, building-1, 30.7, 121.3, level",
        "loop-4, GRID, compound-1, 121.3, 30.7, centre",
        "Loop 5, GRID, compound-1, 30.7, 121.3, id",
    })
    void refuses_what_would_be_no_tree(String id, String level, String parent, double lat, double lon, String field) {
        assertThat(Town.fields(place(id, level, parent, lat, lon))).containsExactly(field);
    }

    @Test
    void lets_only_administrators_define() {
        as(Town.SUPERVISOR).body("{}").put("/places/street-9").then().statusCode(403);
        as(Town.SUPERVISOR).body("{}").put("/service-types/x").then().statusCode(403);
        anybody().body("{}").put("/service-types/x").then().statusCode(401);
    }

    @Test
    void shows_the_catalogue_to_everybody() {
        anybody()
                .get("/service-types")
                .then()
                .body("code", hasItems("lock-opening", "fire", "greenery"))
                .body("code", not(hasItem("not-now")));
        anybody().get("/service-types/fire").then().body("emergencyText.en", equalTo("Call 119 at once."));
        anybody()
                .get("/service-types/ride")
                .then()
                .body("questions[0].choices.code", contains("yes", "no"))
                .body("checks[0].code", equalTo("checked"))
                .body("fee.en", equalTo("free of charge"));
    }

    @Test
    void tells_the_other_services_of_a_service_type() {
        try (var probe = KafkaProbe.fromNow()) {
            as(ADMINISTRATOR)
                    .body(type("\"VOLUNTEERS\", \"skill\": \"tailor\""))
                    .put("/service-types/mending")
                    .then()
                    .statusCode(200);
            var first = probe.awaitEvent(
                    ServiceTypeDefined.class, type -> type.code().equals("mending"));
            as(ADMINISTRATOR)
                    .body(type("\"DUTY_DESK\""))
                    .put("/service-types/mending")
                    .then()
                    .statusCode(200);

            var second = probe.awaitEvents(
                            ServiceTypeDefined.class, type -> type.code().equals("mending"), 2)
                    .getLast();
            assertThat(first.skill()).isEqualTo("tailor");
            assertThat(second.skill()).isNull();
            assertThat(second.version()).isGreaterThan(first.version());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"VOLUNTEERS\"",
                "\"DUTY_DESK\", \"skill\": \"tailor\"",
                "\"VOLUNTEERS\", \"skill\": \"No Code\""
            })
    void refuses_a_service_type_that_nobody_could_handle(String handledBy) {
        assertThat(Town.fields(as(ADMINISTRATOR).body(type(handledBy)).put("/service-types/odd")))
                .containsExactly("skill");
    }

    @Test
    void names_every_field_that_is_missing() {
        assertThat(Town.fields(
                        as(ADMINISTRATOR).body("{\"name\": {\"zh\": \"空\"}}").put("/service-types/odd")))
                .containsAll(List.of("fee", "handledBy", "name.en", "urgency", "visibility"));
    }

    static String type(String handledBy) {
        return """
                {"name": {"zh": "缝补", "en": "Mending"}, "handledBy": %s, "urgency": "ORDINARY", "visibility": "PERSONAL",
                 "fee": {"zh": "免费", "en": "free"}}""".formatted(handledBy);
    }
}
