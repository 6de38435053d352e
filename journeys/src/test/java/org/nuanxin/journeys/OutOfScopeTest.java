package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Not for us, but never without an answer. */
@Order(10)
class OutOfScopeTest {
    Resident resident = new Resident(6);
    Staff supervisor = new Staff("supervisor-1");

    @Test
    void the_resident_sees_where_to_turn() {
        String request = resident.asks(Map.of("serviceType", "other", "description", "想办理居住证"));
        supervisor.awaitsOnBoard(request, "manual");

        supervisor.refers(request, "居住证由公安机关办理", "街道社区事务受理服务中心3号窗口");

        String outcome = resident.awaits("referred", request)
                .path("links")
                .path("outcome")
                .asText();
        JsonNode told = resident.get(outcome).ok();
        assertThat(told.path("where").asText()).contains("3号窗口");
        assertThat(told.path("reason").asText()).contains("公安机关");
        new Resident(7).get(outcome).refused(404, "NotFound");
        resident.triesToRate(request, "yes", 5).refused(409, "NotCompletedYet");
    }
}
