package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One helper gives it back, or does not solve it: another one comes. */
@Order(9)
class SecondTryTest {
    Resident resident = new Resident(5);
    VolunteerApp first = new VolunteerApp(14);
    VolunteerApp second = new VolunteerApp(20);

    @Test
    void what_is_given_back_is_searched_for_anew() {
        String request = resident.asksFor("appliance-repair");
        first.takes(request);

        first.givesBack(request);

        assertThat(first.get("/requests/" + request + "/contact").status()).isIn(404, 409);
        second.takes(request);
        resident.awaitsToRead(request, "RequestAssigned", "AssignmentReleased", "SearchStarted", "RequestAssigned");
        second.setsOff(request);
        second.arrives(request);
        second.completes(request, "switched-on");
        resident.rates(request, "yes", 5);
        resident.awaits("closed", request);
    }

    @Test
    void what_is_not_solved_is_reopened_for_somebody_else() {
        String request = resident.asksFor("appliance-repair");
        first.takes(request);
        first.setsOff(request);
        first.arrives(request);
        first.completes(request, "switched-on");

        resident.wantsAnotherTry(request, "no", 2);

        second.takes(request);
        resident.awaitsToRead(request, "RequestCompleted", "SearchStarted", "RequestAssigned");
        assertThat(resident.sees(request).path("flags").toString()).contains("reopened");
        second.setsOff(request);
        second.arrives(request);
        second.completes(request, "switched-on");
        resident.rates(request, "yes", 4);
        resident.awaits("closed", request);
        assertThat(first.offersFor(request)).hasSize(1);
    }
}
