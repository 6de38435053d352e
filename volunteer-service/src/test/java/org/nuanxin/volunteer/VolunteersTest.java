package org.nuanxin.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.nuanxin.volunteer.Scene.application;
import static org.nuanxin.volunteer.Scene.as;
import static org.nuanxin.volunteer.Scene.meanwhile;
import static org.nuanxin.volunteer.Scene.place;
import static org.nuanxin.volunteer.Scene.registered;
import static org.nuanxin.volunteer.Scene.somebody;
import static org.nuanxin.volunteer.Scene.supervisor;
import static org.nuanxin.volunteer.Scene.volunteer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Position;
import org.nuanxin.events.PositionEvent.PositionChanged;
import org.nuanxin.events.Topic;
import org.nuanxin.events.VolunteerEvent.Shift;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

/** A volunteer, from the application to what dispatch is told. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class VolunteersTest {
    Scene scene;

    @BeforeEach
    void set() {
        scene = Scene.set();
    }

    @AfterEach
    void clear() {
        scene.close();
    }

    @Test
    void applies_once_and_waits_to_be_verified() {
        String subject = somebody();

        Response first = apply(subject, "key-1", application());
        Response twin = apply(subject, "key-1", application());

        first.then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .body("verified", equalTo(false))
                .body("placePath", contains("street-1", "community-1", "grid-1-1-01"))
                .body("skills.skill", contains("barber", "locksmith"))
                .body("position.lat", equalTo(30.744f));
        twin.then().statusCode(201).body("id", equalTo(first.path("id")));
        apply(subject, "key-2", application()).then().statusCode(409).body("title", equalTo("AlreadyVolunteer"));
        VolunteerChanged told = changed(first.path("id"), 1);
        assertThat(told.verified()).isFalse();
        assertThat(told.skills()).isEmpty();
        assertThat(told.position()).isEqualTo(new Position(30.744, 121.337));
    }

    @Test
    void applies_once_even_twice_at_the_same_time() {
        String subject = somebody();

        var one = meanwhile(() -> apply(subject, "key-1", application()));
        var other = meanwhile(() -> apply(subject, "key-2", application()));

        assertThat(List.of(one.join().statusCode(), other.join().statusCode())).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void may_name_a_place_that_is_just_under_way() {
        String grid = "grid-" + UUID.randomUUID();
        Map<String, Object> application = with("placeId", grid);

        var applying = meanwhile(() -> apply(somebody(), "key-1", application));
        scene.probe.send(place(grid, 1, Level.GRID, List.of("street-1", "community-1", grid), "新微格", "New grid"));

        applying.join().then().statusCode(201).body("placePath", hasItem(grid));
    }

    @Test
    void cannot_name_a_place_nobody_has_told_of() {
        apply(somebody(), "key-1", with("placeId", "grid-of-nowhere"))
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("title", equalTo("NotYetKnown"));
    }

    @ParameterizedTest
    @CsvSource({
        "displayName, ''",
        "displayName, 'a\u0000b'",
        "phone, not a number",
        "capacity, 0",
        "radiusMetres, -1",
        "travelMode, BROOM",
        "placeId, ../etc"
    })
    void is_told_which_field_cannot_be(String field, String value) {
        apply(somebody(), "key-1", with(field, value))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void cannot_put_free_words_into_skills() {
        apply(somebody(), "key-1", with("skills", List.of("call me on 13800000001")))
                .then()
                .statusCode(400);
    }

    @Test
    void is_verified_by_whoever_holds_their_place() {
        Holder song = registered();

        verify(song, "verification", Map.of("verified", true))
                .then()
                .statusCode(200)
                .body("verified", equalTo(true));
        verify(song, "credentials/locksmith", Map.of("verified", true, "until", "2027-08-31T16:00:00Z"))
                .then()
                .statusCode(200);
        verify(song, "credentials/cook", Map.of("verified", true))
                .then()
                .statusCode(409)
                .body("title", equalTo("SkillNotOffered"));

        VolunteerChanged told = changed(song.id(), 3);
        assertThat(told.verified()).isTrue();
        assertThat(told.skills())
                .containsExactly(new VerifiedSkill("locksmith", Instant.parse("2027-08-31T16:00:00Z")));
        as(supervisor())
                .get("/volunteers?place=grid-1-1-01&status=verified&limit=200")
                .then()
                .body("id", hasItem(song.id()));
        as(supervisor())
                .get("/volunteers?place=community-1&status=pending&limit=200")
                .then()
                .body("id", not(hasItem(song.id())));
    }

    @Test
    void is_not_verified_by_anybody_else() {
        Holder song = registered();
        var neighbour = Tokens.of("supervisor-2", "supervisor").withPlaces("community-2");

        as(neighbour)
                .body(Map.of("verified", true))
                .put("/volunteers/" + song.id() + "/verification")
                .then()
                .statusCode(404);
        as(neighbour).get("/volunteers/" + song.id()).then().statusCode(404);
        as(neighbour).get("/volunteers?place=community-1").then().statusCode(403);
        as(neighbour).get("/volunteers?place=%00").then().statusCode(400);
        as(volunteer(song.subject()))
                .body(Map.of("verified", true))
                .put("/volunteers/" + song.id() + "/verification")
                .then()
                .statusCode(403);
        as(supervisor()).get("/volunteers/" + song.id()).then().statusCode(200).body("verified", equalTo(false));
    }

    @Test
    void is_listed_page_by_page() {
        registered();
        registered();

        Response first = as(supervisor()).get("/volunteers?place=community-1&limit=1");
        String next = first.header("Link");
        Response second =
                as(supervisor()).get(next.substring(next.indexOf('/', next.indexOf("//") + 2), next.indexOf('>')));

        assertThat(first.<List<String>>path("id")).hasSize(1);
        assertThat(second.<List<String>>path("id"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.<List<String>>path("id"));
    }

    @Test
    void tells_dispatch_whole_what_they_change() {
        Holder song = registered();
        var own = volunteer(song.subject());

        as(own).body(Map.of("onDuty", true)).put("/volunteers/me/duty").then().statusCode(200);
        as(own).body(Map.of("onDuty", true)).put("/volunteers/me/duty").then().body("version", equalTo(2));
        as(own).body(Map.of("from", "22:00", "to", "07:00"))
                .put("/volunteers/me/quiet-hours")
                .then()
                .statusCode(200);
        as(own).body(Map.of("shifts", List.of(Map.of("from", "2026-03-02T10:00:00Z", "to", "2026-03-02T13:00:00Z"))))
                .put("/volunteers/me/shifts")
                .then()
                .statusCode(200);
        as(own).body(Map.of("capacity", 3, "skills", List.of("barber")))
                .patch("/volunteers/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("宋永康"))
                .body("skills.skill", contains("barber"));

        VolunteerChanged told = changed(song.id(), 5);
        assertThat(told.onDuty()).isTrue();
        assertThat(told.quietFrom()).isEqualTo(LocalTime.of(22, 0));
        assertThat(told.capacity()).isEqualTo(3);
        assertThat(told.shifts())
                .containsExactly(
                        new Shift(Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-02T13:00:00Z")));
    }

    @Test
    void cannot_change_what_makes_no_sense() {
        var own = volunteer(registered().subject());

        as(own).body("{\"from\": \"22:00\"}")
                .put("/volunteers/me/quiet-hours")
                .then()
                .statusCode(400)
                .body("title", equalTo("QuietHoursOpenEnded"))
                .body("errors.field", contains("to"));
        as(own).body(Map.of("shifts", List.of(Map.of("from", "2026-03-02T13:00:00Z", "to", "2026-03-02T10:00:00Z"))))
                .put("/volunteers/me/shifts")
                .then()
                .statusCode(400)
                .body("title", equalTo("ShiftEndsBeforeItBegins"))
                .body("errors.field", contains("shifts"));
        as(own).body(Map.of("lat", 91, "lon", 0))
                .put("/volunteers/me/position")
                .then()
                .statusCode(400);
        as(own).body("null").put("/volunteers/me/quiet-hours").then().statusCode(400);
        as(own).body(Map.of("shifts", List.of(Map.of("from", "-004714-01-01T00:00:00Z", "to", "2026-03-02T10:00:00Z"))))
                .put("/volunteers/me/shifts")
                .then()
                .statusCode(400);
        as(own).get("/volunteers/me").then().statusCode(200);
        as(volunteer(somebody())).get("/volunteers/me").then().statusCode(404);
    }

    @Test
    void moves_only_from_one_cell_to_another() {
        Holder song = registered();

        move(song, 30.74412, 121.33655);
        move(song, 30.7523, 121.3399);
        move(song, 30.7519, 121.3402);

        PositionChanged told = scene.probe.awaitEvent(
                PositionChanged.class, e -> e.volunteerId().toString().equals(song.id()));
        assertThat(told.position()).isEqualTo(new Position(30.752, 121.34));
        assertThat(told.version()).isEqualTo(2);
        as(volunteer(song.subject())).body(Map.of("onDuty", true)).put("/volunteers/me/duty");
        assertThat(changed(song.id(), 3).position()).isEqualTo(told.position());
        assertThat(scene.probe.events(PositionChanged.class).stream()
                        .filter(e -> e.volunteerId().toString().equals(song.id())))
                .hasSize(1);
    }

    @Test
    void takes_part_through_a_mini_app() {
        String person = "wx-" + UUID.randomUUID();

        as(Tokens.of("mini-app-1", "mini-app"))
                .header("On-Behalf-Of", person)
                .body(application())
                .post("/volunteers")
                .then()
                .statusCode(201)
                .body("subject", equalTo("mini-app-1:" + person))
                .body("client", equalTo("mini-app-1"));

        assertThat(scene.probe
                        .awaitEvent(VolunteerChanged.class, e -> e.subject().equals("mini-app-1:" + person))
                        .client())
                .isEqualTo("mini-app-1");
    }

    @Test
    void is_named_in_no_event() {
        Holder song = registered();
        as(volunteer(song.subject()))
                .body(Map.of("displayName", "赵canary", "phone", "13912345678"))
                .patch("/volunteers/me")
                .then()
                .statusCode(200);

        changed(song.id(), 2);

        String all = List.of(Topic.values()).stream()
                .map(topic -> scene.probe.records(topic).toString())
                .reduce("", String::concat);
        assertThat(all).contains(song.id()).doesNotContain("宋永康", "13800000001", "canary", "13912345678");
    }

    private static Response apply(String subject, String key, Map<String, Object> application) {
        return as(volunteer(subject))
                .header("Idempotency-Key", key)
                .body(application)
                .post("/volunteers");
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> changed = new HashMap<>(application());
        changed.put(field, value);
        return changed;
    }

    private static Response verify(Holder volunteer, String what, Map<String, Object> body) {
        return as(supervisor()).body(body).put("/volunteers/" + volunteer.id() + "/" + what);
    }

    private static void move(Holder volunteer, double lat, double lon) {
        as(volunteer(volunteer.subject()))
                .body(Map.of("lat", lat, "lon", lon))
                .put("/volunteers/me/position")
                .then()
                .statusCode(200);
    }

    private VolunteerChanged changed(String id, long version) {
        return scene.probe.awaitEvent(
                VolunteerChanged.class, e -> e.volunteerId().toString().equals(id) && e.version() == version);
    }
}
