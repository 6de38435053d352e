package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who said yes and does not come is reminded, and then somebody else is looked for. */
@Order(11)
class NoShowTest {
    Resident resident = new Resident(8);
    Staff supervisor = new Staff("supervisor-1");
    VolunteerApp forgetful = new VolunteerApp(2);
    VolunteerApp reliable = new VolunteerApp(4);

    @Test
    void another_helper_comes() {
        String request = resident.asksFor("lock-opening", "grid-1-1-01");
        forgetful.takes(request);

        supervisor.awaitsAlert(request, "not_started");
        forgetful.awaitsOver(request);

        reliable.takes(request);
        resident.awaitsToRead(request, "RequestAssigned", "AssignmentReleased", "SearchStarted", "RequestAssigned");
        assertThat(forgetful.offersFor(request)).hasSize(1);
        reliable.setsOff(request);
        reliable.arrives(request);
        reliable.completes(request, "identity-checked");
        resident.rates(request, "yes", 4);
        resident.awaits("closed", request);
    }
}
