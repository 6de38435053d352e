package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.RequestEvent.AppointmentProposalDenied;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;

/** A request that its own people put right or take back. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class OwnRequestTest {
    static final Appointment NEW_TIME =
            new Appointment(Dispatch.START.plusSeconds(3600), Dispatch.START.plusSeconds(7200));

    @BeforeEach
    void town() {
        Town.build();
    }

    @Test
    void can_be_put_right_while_it_is_open() {
        try (var probe = KafkaProbe.fromNow()) {
            UUID id = Town.lockedOut(MEI);

            as(MEI).body(
                            "{\"placeId\": \"building-1\", \"address\": {\"floor\": 5, \"lift\": true}, \"description\": \"side door\"}")
                    .patch("/requests/" + id)
                    .then()
                    .statusCode(200)
                    .body("placeId", equalTo("building-1"))
                    .body("description", equalTo("side door"));

            var told = probe.awaitEvent(
                    RequestAmended.class, event -> event.requestId().equals(id));
            assertThat(told.placePath()).endsWith("building-1");
            assertThat(told.floor()).isEqualTo(5);
            assertThat(told.version()).isEqualTo(2);
            assertThat(Town.fields(as(MEI).body("{\"placeId\": \"grid-2\"}").patch("/requests/" + id)))
                    .containsExactly("placeId");
        }
    }

    @Test
    void can_be_taken_back_once_and_no_more_when_it_is_over() {
        try (var probe = KafkaProbe.fromNow()) {
            UUID id = Town.lockedOut(MEI);
            UUID done = Town.lockedOut(MEI);
            var dispatch = new Dispatch(done);
            probe.send(dispatch.started(), dispatch.assigned("locksmith"), dispatch.completed("locksmith"));
            Town.awaitStatus(MEI, done, "completed");

            for (int i = 0; i < 2; i++) {
                as(MEI).put("/requests/" + id + "/withdrawal")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("withdrawn"));
            }
            as(MEI).put("/requests/" + done + "/withdrawal")
                    .then()
                    .statusCode(409)
                    .body("title", equalTo("RequestNotOpen"));
            as(MEI).body("{}").patch("/requests/" + id).then().statusCode(409);

            probe.awaitEvent(RequestWithdrawn.class, event -> event.requestId().equals(id));
            assertThat(as(MEI).get("/requests/" + id + "/timeline").<List<String>>path("type"))
                    .containsExactly("RequestSubmitted", "RequestWithdrawn");
        }
    }

    @Test
    void is_rebooked_by_a_yes_to_what_the_helper_asks() {
        try (var probe = KafkaProbe.fromNow()) {
            UUID id = proposed();

            as(MEI).get("/requests/" + id)
                    .then()
                    .body("proposedAppointment.from", equalTo(NEW_TIME.from().toString()));
            as(MEI).body("{\"agreed\": true}")
                    .put("/requests/" + id + "/appointment-proposal")
                    .then()
                    .statusCode(200)
                    .body("appointment.from", equalTo(NEW_TIME.from().toString()))
                    .body("proposedAppointment", nullValue());

            var told = probe.awaitEvent(
                    RequestAmended.class, event -> event.requestId().equals(id));
            assertThat(told.appointment()).isEqualTo(NEW_TIME);
            as(MEI).body("{\"agreed\": true}")
                    .put("/requests/" + id + "/appointment-proposal")
                    .then()
                    .statusCode(409)
                    .body("title", equalTo("NothingProposed"));
        }
    }

    @Test
    void keeps_its_appointment_by_a_no_to_what_the_helper_asks() {
        try (var probe = KafkaProbe.fromNow()) {
            UUID id = proposed();

            as(Town.STRANGER)
                    .body("{\"agreed\": false}")
                    .put("/requests/" + id + "/appointment-proposal")
                    .then()
                    .statusCode(404);
            as(MEI).body("{}")
                    .put("/requests/" + id + "/appointment-proposal")
                    .then()
                    .statusCode(400);
            as(MEI).body("{\"agreed\": false}")
                    .put("/requests/" + id + "/appointment-proposal")
                    .then()
                    .statusCode(200)
                    .body("appointment", nullValue());

            var told = probe.awaitEvent(
                    AppointmentProposalDenied.class, event -> event.requestId().equals(id));
            assertThat(told.by()).isEqualTo(MEI.subject());
        }
    }

    @Test
    void says_why_it_stands_still_and_when_its_end_has_moved() {
        UUID id = Town.lockedOut(MEI);
        var dispatch = new Dispatch(id);
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(dispatch.started(), dispatch.assigned("locksmith"), dispatch.paused(), dispatch.moved());
        }
        await().untilAsserted(() -> as(MEI).get("/requests/" + id)
                .then()
                .body("flags", contains("paused"))
                .body("pause.reason", equalTo("WEATHER"))
                .body("pause.until", equalTo(Dispatch.DONE_BY.toString()))
                .body("closureDueAt", equalTo(Dispatch.DONE_BY.plusSeconds(7200).toString())));
    }

    private static UUID proposed() {
        UUID id = Town.lockedOut(MEI);
        var dispatch = new Dispatch(id);
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(dispatch.started(), dispatch.assigned("locksmith"), dispatch.proposes("locksmith", NEW_TIME));
        }
        await().untilAsserted(() -> as(MEI).get("/requests/" + id).then().body("proposedAppointment", notNullValue()));
        return id;
    }

    @Test
    void is_taken_back_by_its_own_people_only() {
        UUID id = Town.lockedOut(MEI);

        as(Town.STRANGER).put("/requests/" + id + "/withdrawal").then().statusCode(404);
        as(Town.SUPERVISOR).put("/requests/" + id + "/withdrawal").then().statusCode(403);
        as(Town.GRID_WORKER).body("{}").patch("/requests/" + id).then().statusCode(403);
        as(MEI).get("/requests/" + id).then().body("status", not(equalTo("withdrawn")));
    }
}
