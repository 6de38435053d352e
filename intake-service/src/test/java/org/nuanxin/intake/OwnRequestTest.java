package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;

/** A request that its own people put right or take back. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class OwnRequestTest {
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
    void is_taken_back_by_its_own_people_only() {
        UUID id = Town.lockedOut(MEI);

        as(Town.STRANGER).put("/requests/" + id + "/withdrawal").then().statusCode(404);
        as(Town.SUPERVISOR).put("/requests/" + id + "/withdrawal").then().statusCode(403);
        as(Town.GRID_WORKER).body("{}").patch("/requests/" + id).then().statusCode(403);
        as(MEI).get("/requests/" + id).then().body("status", not(equalTo("withdrawn")));
    }
}
