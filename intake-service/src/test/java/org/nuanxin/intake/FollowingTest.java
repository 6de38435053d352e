package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.Solved;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;

/** What dispatch and feedback say is seen by whoever follows a request. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class FollowingTest {
    UUID id;
    Dispatch dispatch;

    @BeforeEach
    void a_resident_is_locked_out() {
        Town.build();
        id = Town.lockedOut(MEI);
        dispatch = new Dispatch(id);
    }

    @Test
    void shows_the_whole_way_from_the_submission_to_the_rating() {
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(
                    dispatch.started(),
                    dispatch.asked("locksmith"),
                    dispatch.assigned("locksmith"),
                    dispatch.setOff("locksmith"),
                    dispatch.arrived("locksmith"),
                    dispatch.completed("locksmith"));
            Town.awaitStatus(MEI, id, "completed");
            probe.send(new RequestRated(id, "community-1", Solved.YES, 5, false, "mei", Instant.EPOCH));
            probe.send(dispatch.closed());
            Town.awaitStatus(MEI, id, "closed");
            await().until(() -> as(MEI).get("/requests/" + id).path("rating") != null);
        }

        as(MEI).get("/requests/" + id)
                .then()
                .body("rating.score", equalTo(5))
                .body("rating.solved", equalTo("YES"))
                .body("helper.skill", equalTo("locksmith"))
                .body("links.helper", equalTo("/assignments/" + id + "/helper"))
                .body("promise.text", equalTo("The request is closed."));
        List<String> types = as(MEI).get("/requests/" + id + "/timeline").path("type");
        assertThat(types)
                .startsWith(
                        "RequestSubmitted",
                        "SearchStarted",
                        "OfferMade",
                        "RequestAssigned",
                        "HelperSetOff",
                        "HelperArrived",
                        "RequestCompleted")
                .contains("RequestRated", "RequestClosed");
        as(MEI).get("/requests/" + id + "/timeline?after=5").then().body("[0].seq", equalTo(6));
    }

    @Test
    void bears_events_that_come_twice_or_late_or_that_nobody_knows() {
        DispatchEvent started = dispatch.started();
        DispatchEvent assigned = dispatch.assigned("locksmith");
        DispatchEvent setOff = dispatch.setOff("locksmith");
        try (var probe = KafkaProbe.fromNow()) {
            var twice = KafkaProbe.record(setOff);
            probe.send(KafkaProbe.ofUnknownType(started));
            probe.send(new Dispatch(UUID.randomUUID()).started());
            probe.send(twice);
            probe.send(twice);
            probe.send(assigned, started);
            await().until(() -> as(MEI).get("/requests/" + id + "/timeline")
                            .<List<?>>path("seq")
                            .size()
                    == 4);
        }

        as(MEI).get("/requests/" + id)
                .then()
                .body("status", equalTo("on_the_way"))
                .body("responseDueAt", equalTo(Dispatch.ANSWER_BY.toString()));
        as(MEI).get("/requests/" + id + "/timeline").then().body("seq", contains(0, 1, 2, 3));
    }

    @Test
    void flags_what_is_paused_extended_and_reopened() {
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(
                    dispatch.started(),
                    dispatch.extended(),
                    dispatch.started(SearchCause.REOPENING),
                    dispatch.paused());
            await().untilAsserted(() ->
                    as(MEI).get("/requests/" + id).then().body("flags", contains("paused", "reopened", "extended")));

            probe.send(dispatch.referred());
            Town.awaitStatus(MEI, id, "referred");
        }

        as(MEI).get("/requests/" + id)
                .then()
                .body("flags", contains("reopened", "extended"))
                .body("links.outcome", equalTo("/dispatches/" + id + "/outcome"));
    }

    @Test
    void answers_a_polling_client_when_something_has_changed() {
        Response before = as(MEI).get("/requests/" + id);
        String seen = before.header("ETag");
        try (var probe = KafkaProbe.fromNow();
                var threads = Executors.newSingleThreadExecutor()) {
            var held = threads.submit(() -> as(MEI).header("Prefer", "wait=25")
                    .header("If-None-Match", seen)
                    .get("/requests/" + id));
            probe.send(dispatch.started());

            Town.get(held).then().body("status", equalTo("searching"));
        }

        as(MEI).header("Prefer", "wait=25")
                .header("If-None-Match", seen)
                .get("/requests/" + id)
                .then()
                .body("status", equalTo("searching"));
    }

    @Test
    void streams_what_happens_and_goes_on_where_a_stream_broke_off() {
        try (var probe = KafkaProbe.fromNow();
                var stream = new EventStream("/requests/" + id + "/live", MEI, null)) {
            assertThat(stream.next()).startsWith("id:0", "event:RequestSubmitted");

            probe.send(dispatch.started(), dispatch.asked("locksmith"));

            assertThat(stream.next())
                    .startsWith("id:1", "event:SearchStarted")
                    .anyMatch(line -> line.contains("looking"));
            assertThat(stream.next()).startsWith("id:2", "event:OfferMade");
        }
        try (var again = new EventStream("/requests/" + id + "/live", MEI, "1")) {
            assertThat(again.next()).startsWith("id:2", "event:OfferMade");
        }
    }

    @Test
    void shows_those_on_duty_who_was_asked_and_why() {
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(dispatch.started(), dispatch.asked("locksmith"), dispatch.assigned("locksmith"));
        }
        Town.awaitStatus(MEI, id, "assigned");

        as(Town.SUPERVISOR)
                .get("/requests/" + id + "/timeline")
                .then()
                .body("data.volunteer", hasItem("locksmith"))
                .body("data.find { it.volunteer }.reasons", contains("SERVES_THE_PLACE"));
        assertThat(as(MEI).get("/requests/" + id + "/timeline").asString()).doesNotContain("\"locksmith\"");
    }
}
