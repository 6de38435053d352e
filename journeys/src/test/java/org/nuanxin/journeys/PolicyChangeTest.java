package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A change of policy holds for new rounds; a running one keeps its own until it is rebased, with a reason. */
@Order(13)
class PolicyChangeTest {
    Errands errands = new Errands();
    Resident resident = new Resident(10);
    Staff supervisor = new Staff("supervisor-1");
    Staff administrator = new Staff("administrator-1");

    @Test
    void running_rounds_keep_theirs_unless_rebased() {
        VolunteerApp helper = errands.helper("helper");
        errands.helper("another");
        String before = errands.askedBy(resident);
        helper.takes(before);
        Instant due = closureDueAt(before);

        closureWithin("PT48H");

        String after = errands.askedBy(resident);
        supervisor.awaitsOnBoard(after, "searching");
        assertThat(closureDueAt(before)).isEqualTo(due);
        assertThat(closureDueAt(after)).isAfter(due.plus(Stack.minutes(12 * 60)));

        supervisor
                .put("/dispatches/" + before + "/rebase", Map.of("reason", "新规定也适用于此件"))
                .ok();

        resident.awaitsToRead(before, "RequestAssigned", "DeadlineMoved");
        assertThat(closureDueAt(before)).isAfter(due.plus(Stack.minutes(12 * 60)));
        assertThat(supervisor
                        .get("/dispatches/" + before + "/explanation")
                        .ok()
                        .path("clocks")
                        .toString())
                .contains("新规定也适用于此件");
        Errands.finishes(helper, before);
        resident.withdraws(after);
    }

    private void closureWithin(String duration) {
        JsonNode policy = administrator.get("/policies/default-urgent").ok();
        ((ObjectNode) policy.path("closure")).put("within", duration);
        supervisor
                .put("/policies/community-1:" + errands.serviceType() + ":ordinary", policy)
                .ok();
    }

    private Instant closureDueAt(String request) {
        return Instant.parse(supervisor.board(request).path("closureDueAt").asText());
    }
}
