package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The resident no longer needs help, and everybody who thinks about it or is on the way is told at once. */
@Order(8)
class WithdrawalTest {
    Resident resident = new Resident(4);
    VolunteerApp barber = new VolunteerApp(8);

    @Test
    void open_offers_are_withdrawn() {
        String request = resident.asksFor("haircut-at-home");
        String offer = barber.awaitsOfferFor(request);

        resident.withdraws(request);

        barber.awaitsOffer(request, "withdrawn");
        barber.triesToAccept(offer).refused(409, "OfferWithdrawn");
        assertThat(resident.awaits("withdrawn", request).path("helper").isNull())
                .isTrue();
    }

    @Test
    void a_helper_on_the_way_turns_round() {
        String request = resident.asksFor("haircut-at-home");
        barber.takes(request);
        barber.setsOff(request);

        resident.withdraws(request);

        resident.awaits("withdrawn", request);
        barber.awaitsOver(request);
        barber.put("/assignments/" + request + "/arrival").refused(409, "AssignmentOver");
        resident.awaitsToRead(request, "RequestAssigned", "AssignmentReleased", "RequestCalledOff");
    }
}
