package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A pipe leaks at 23:00: no volunteer's skill, so the duty desk is asked at once. */
@Order(3)
class LeakTest {
    Resident resident = new Resident(1);
    Staff gridWorker = new Staff("grid-worker-1");

    @Test
    void the_grid_worker_takes_it_and_stops_it() {
        String request = resident.asks(Map.of("serviceType", "water-leak", "answers", Map.of("where", "shared")));

        gridWorker.acknowledges(gridWorker.awaitsAlert(request, "desk_matter"));
        gridWorker.takesItThemselves(request);
        gridWorker.setsOff(request);
        gridWorker.arrives(request);
        gridWorker.completes(request, "leak-stopped");
        resident.rates(request, "yes", 4);

        resident.awaits("closed", request);
        assertThat(resident.timeline(request))
                .containsSubsequence("SearchHandedToDesk", "RequestAssigned", "RequestCompleted", "RequestClosed")
                .doesNotContain("OfferMade");
        gridWorker.triesToRate(request, "yes", 5).refused(404, "NotFound");
    }
}
