package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Another appointment: the helper asks for it and the resident agrees or not; or the resident sets it. */
@Order(12)
class AppointmentTest {
    Errands visits = new Errands();
    Resident resident = new Resident(8);
    Staff supervisor = new Staff("supervisor-1");
    VolunteerApp helper = visits.helper("visitor");
    Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void the_helper_asks_for_a_later_time_and_the_resident_agrees() {
        String request = taken(window(120));
        Instant due = closureDueAt(request);

        helper.put("/dispatches/" + request + "/appointment-proposal", window(-60))
                .refused(409, "NotInTheFuture");
        helper.put("/dispatches/" + request + "/appointment-proposal", window(360))
                .ok();
        resident.awaitsToRead(request, "AppointmentProposed");
        assertThat(from(resident.sees(request).path("proposedAppointment"))).isEqualTo(from(window(360)));
        assertThat(from(resident.sees(request).path("appointment"))).isEqualTo(from(window(120)));
        resident.put("/requests/" + request + "/appointment-proposal", Map.of("agreed", true))
                .ok();

        resident.awaitsToRead(request, "AppointmentProposed", "AppointmentProposalAnswered", "DeadlineMoved");
        assertThat(from(resident.sees(request).path("appointment"))).isEqualTo(from(window(360)));
        assertThat(closureDueAt(request)).isAfter(due);
        helped(request);
    }

    @Test
    void the_resident_keeps_the_time_and_later_sets_another() {
        String request = taken(window(120));
        Instant due = closureDueAt(request);

        helper.put("/dispatches/" + request + "/appointment-proposal", window(360))
                .ok();
        resident.awaitsToRead(request, "AppointmentProposed");
        resident.put("/requests/" + request + "/appointment-proposal", Map.of("agreed", false))
                .ok();
        resident.awaitsToRead(request, "AppointmentProposed", "AppointmentProposalAnswered");
        assertThat(from(resident.sees(request).path("appointment"))).isEqualTo(from(window(120)));
        assertThat(closureDueAt(request)).isEqualTo(due);
        resident.patch("/requests/" + request, Map.of("appointment", window(240)))
                .ok();

        resident.awaitsToRead(request, "DeadlineMoved");
        assertThat(closureDueAt(request)).isAfter(due);
        JsonNode assignment = helper.get("/assignments/" + request).ok();
        assertThat(assignment.path("status").asText()).isEqualTo("assigned");
        assertThat(from(assignment.path("request").path("appointment"))).isEqualTo(from(window(240)));
        helped(request);
    }

    private String taken(Map<String, String> appointment) {
        String request = resident.asks(Map.of(
                "serviceType",
                visits.serviceType(),
                "placeId",
                "grid-1-1-01",
                "contact",
                Map.of("name", "李雅琴", "phone", "13900000001"),
                "address",
                Map.of("text", "1号楼202室"),
                "appointment",
                appointment));
        helper.takes(request);
        resident.awaits("assigned", request);
        return request;
    }

    private void helped(String request) {
        Errands.finishes(helper, request);
        resident.rates(request, "yes", 5);
        resident.awaits("closed", request);
    }

    /** An hour that begins so many minutes of a policy after the story. */
    private Map<String, String> window(int minutes) {
        Instant from = begun.plus(Stack.minutes(minutes));
        return Map.of(
                "from", from.toString(), "to", from.plus(Stack.minutes(60)).toString());
    }

    private static Instant from(Map<String, String> window) {
        return Instant.parse(window.get("from"));
    }

    private static Instant from(JsonNode window) {
        return Instant.parse(window.path("from").asText());
    }

    private Instant closureDueAt(String request) {
        return Instant.parse(supervisor.board(request).path("closureDueAt").asText());
    }
}
