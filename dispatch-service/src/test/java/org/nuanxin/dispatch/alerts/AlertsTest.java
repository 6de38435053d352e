package org.nuanxin.dispatch.alerts;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.AlertEvent.AlertAcknowledged;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.HandledBy;

@ServiceTest
class AlertsTest {
    Neighbourhood here = new Neighbourhood();
    UUID request = new UUID(0, 0);
    String alert = "";

    @BeforeEach
    void aLeak() {
        here.staff("grid-worker-" + here.number, "grid-worker", here.grid.getLast());
        request = here.submit(HandledBy.DUTY_DESK);
        alert = here.probe
                .awaitEvent(AlertRaised.class, raised -> raised.requestId().equals(request))
                .alertId()
                .toString();
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void are_shown_to_whoever_holds_the_place() {
        here.gridWorker()
                .get("/alerts?state=open")
                .then()
                .statusCode(200)
                .body("id", hasItem(alert))
                .body("[0].recipients", equalTo(List.of("grid-worker-" + here.number)))
                .body("[0].cause", equalTo("desk_matter"));
        elsewhere().get("/alerts").then().statusCode(200).body("$", hasSize(0));
        elsewhere().get("/alerts/" + alert).then().statusCode(404);
    }

    @Test
    void are_acknowledged_by_name() {
        here.gridWorker()
                .put("/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("acknowledgedBy", equalTo("grid-worker-" + here.number));

        here.probe.awaitEvent(
                AlertAcknowledged.class, told -> told.alertId().toString().equals(alert));
        elsewhere().put("/alerts/" + alert + "/acknowledgement").then().statusCode(404);
    }

    @Test
    void are_over_when_their_cause_is() {
        here.supervisor()
                .body("{\"reason\": \"a water main\", \"where\": \"the water company\"}")
                .put("/dispatches/" + request + "/referral")
                .then()
                .statusCode(200);

        here.gridWorker().get("/alerts").then().body("id", not(hasItem(alert)));
        here.gridWorker().get("/alerts?state=ended").then().body("id", contains(alert));
        here.gridWorker()
                .put("/alerts/" + alert + "/acknowledgement")
                .then()
                .statusCode(409)
                .body("title", equalTo("AlertNotOpen"));
    }

    @Test
    void of_an_unknown_state_are_refused() {
        here.gridWorker().get("/alerts?state=asleep").then().statusCode(400).body("title", equalTo("Invalid"));
    }

    private static io.restassured.specification.RequestSpecification elsewhere() {
        return Neighbourhood.as("supervisor-elsewhere", "supervisor", "community-elsewhere");
    }
}
