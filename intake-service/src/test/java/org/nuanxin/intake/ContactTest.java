package org.nuanxin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.nuanxin.intake.Town.LOCKSMITH;
import static org.nuanxin.intake.Town.MEI;
import static org.nuanxin.intake.Town.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ContactTest {
    static final Token ANOTHER_VOLUNTEER = Tokens.of("another", "resident", "volunteer");

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    UUID id;
    Dispatch dispatch;

    @BeforeEach
    void a_resident_is_locked_out() {
        Town.build();
        id = Town.id(Town.submit(MEI, """
                {"serviceType": "lock-opening", "description": "pot on the stove", %s, %s,
                 "address": {"text": "Haitang One", "room": "202", "floor": 2}}""".formatted(Town.IN_HAITANG, Town.MEI_CONTACT)));
        dispatch = new Dispatch(id);
    }

    @Test
    void is_shown_to_whoever_holds_the_request_and_to_nobody_else() {
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(dispatch.started(), dispatch.asked("locksmith"), dispatch.assigned("locksmith"));
            Town.awaitStatus(MEI, id, "assigned");
        }

        look(LOCKSMITH)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", equalTo("Mei"))
                .body("phone", equalTo("13912345678"))
                .body("address.room", equalTo("202"))
                .body("location.lat", equalTo(30.7437f))
                .body("description", equalTo("pot on the stove"));
        look(MEI).then().statusCode(404);
        look(Town.STRANGER).then().statusCode(404);
        look(ANOTHER_VOLUNTEER).then().statusCode(404);
        look(Town.OTHER_GRID_WORKER).then().statusCode(404);
        look(Town.ADMINISTRATOR).then().statusCode(404);
        assertThat(looks()).isEqualTo(1);
    }

    @Test
    void is_shown_until_the_request_closes() {
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(dispatch.started(), dispatch.assigned("locksmith"), dispatch.completed("locksmith"));
            Town.awaitStatus(MEI, id, "completed");
            look(LOCKSMITH).then().statusCode(200);

            probe.send(dispatch.closed());
            Town.awaitStatus(MEI, id, "closed");
        }

        look(LOCKSMITH).then().statusCode(409).body("title", equalTo("ContactNoLongerShown"));
        look(ANOTHER_VOLUNTEER).then().statusCode(404);
    }

    @Test
    void is_not_shown_to_whoever_gave_the_request_back() {
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(
                    dispatch.started(),
                    dispatch.assigned("locksmith"),
                    dispatch.released("locksmith"),
                    dispatch.started());
            Town.awaitStatus(MEI, id, "searching");
        }

        look(LOCKSMITH).then().statusCode(404);
    }

    @Test
    void waits_for_dispatch_s_word_on_whoever_has_just_won() {
        try (var probe = KafkaProbe.fromNow();
                var threads = Executors.newSingleThreadExecutor()) {
            probe.send(dispatch.started(), dispatch.asked("locksmith"));
            Town.awaitStatus(MEI, id, "searching");

            var early = threads.submit(() -> look(LOCKSMITH));
            probe.send(dispatch.assigned("locksmith"));

            Town.get(early).then().statusCode(200);
        }
    }

    @Test
    void may_be_asked_for_again_where_that_word_has_not_come() {
        try (var probe = KafkaProbe.fromNow()) {
            probe.send(dispatch.started(), dispatch.asked("locksmith"));
            Town.awaitStatus(MEI, id, "searching");
        }

        look(LOCKSMITH).then().statusCode(409).header("Retry-After", "1").body("title", equalTo("NotYetKnown"));
        look(Town.GRID_WORKER).then().statusCode(409);
        look(ANOTHER_VOLUNTEER).then().statusCode(404);
        assertThat(looks()).isZero();
    }

    Response look(Token reader) {
        return as(reader).get("/requests/" + id + "/contact");
    }

    long looks() {
        return transactions
                .read(() -> sql.query("select count(*) from contact_look where request_id = $1", id))
                .await()
                .atMost(Duration.ofSeconds(10))
                .getFirst()
                .longValue(0);
    }
}
