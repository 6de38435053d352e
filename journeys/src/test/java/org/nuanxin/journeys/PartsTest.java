package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A part must be ordered first: the closure clock stands still, or runs longer, when a supervisor agrees; never for ever. */
@Order(12)
class PartsTest {
    Errands repairs = new Errands();
    Resident resident = new Resident(9);
    Staff supervisor = new Staff("supervisor-1");
    VolunteerApp repairer = repairs.helper("repairer");

    @Test
    void the_clock_stands_still_until_the_part_is_there() {
        String request = repairs.askedBy(resident);
        repairer.takes(request);
        Instant due = closureDueAt(request);

        repairer.put("/dispatches/" + request + "/pause-request", pause(Stack.minutes(60 * 24 * 365)))
                .refused(409, "PauseTooLong");
        repairer.put("/dispatches/" + request + "/pause-request", pause(Stack.minutes(60 * 24)))
                .ok();
        supervisor.awaitsAlert(request, "pause_asked");
        supervisor
                .put("/dispatches/" + request + "/pause-request/approval", Map.of())
                .ok();
        resident.awaitsToRead(request, "ClosurePaused");
        assertThat(resident.sees(request).path("flags").toString()).contains("paused");
        supervisor.delete("/dispatches/" + request + "/pause").ok();

        resident.awaitsToRead(request, "ClosurePaused", "ClosureResumed");
        assertThat(closureDueAt(request)).isAfter(due);
        assertThat(steps(request)).containsSubsequence("started", "paused", "resumed");
        Errands.finishes(repairer, request);
        resident.rates(request, "yes", 5);
        resident.awaits("closed", request);
    }

    @Test
    void the_clock_runs_longer_and_that_is_told_apart() {
        String request = repairs.askedBy(resident);
        repairer.takes(request);
        Instant later = closureDueAt(request).plus(Stack.minutes(60 * 24));

        repairer.put(
                        "/dispatches/" + request + "/extension-request",
                        Map.of("until", later.toString(), "reason", "配件要明天才到"))
                .ok();
        supervisor.awaitsAlert(request, "extension_asked");
        assertThat(closureDueAt(request)).isBefore(later);
        supervisor
                .put("/dispatches/" + request + "/extension-request/approval", Map.of())
                .ok();

        resident.awaitsToRead(request, "ClosureExtended");
        assertThat(closureDueAt(request)).isEqualTo(later);
        assertThat(supervisor.board(request).path("flags").toString()).contains("extended");
        Errands.finishes(repairer, request);
        resident.rates(request, "yes", 5);
        resident.awaits("closed", request);
    }

    private Map<String, String> pause(Duration duration) {
        return Map.of(
                "reason",
                "WAITING_FOR_PARTS",
                "until",
                Instant.now().plus(duration).toString());
    }

    private Instant closureDueAt(String request) {
        return Instant.parse(supervisor.board(request).path("closureDueAt").asText());
    }

    private Iterable<String> steps(String request) {
        JsonNode clocks =
                supervisor.get("/dispatches/" + request + "/explanation").ok().path("clocks");
        for (JsonNode clock : clocks) {
            if (clock.path("clock").asText().equals("closure"))
                return clock.path("steps").findValuesAsText("what");
        }
        throw new AssertionError("no closure clock in " + clocks);
    }
}
