package org.nuanxin.journeys;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who is late by a minute is still welcome. */
@Order(6)
class LateAnswerTest {
    Resident resident = new Resident(2);
    VolunteerApp locksmith = new VolunteerApp(3);

    @Test
    void an_offer_that_has_lapsed_can_be_accepted_until_somebody_holds_it() {
        String request = resident.asksFor("lock-opening");

        String offer = locksmith.awaitsOffer(request, "lapsed").path("id").asText();
        locksmith.accepts(offer);

        resident.awaitsToRead(request, "OfferMade", "OfferLapsed", "RequestAssigned");
        locksmith.setsOff(request);
        locksmith.arrives(request);
        locksmith.completes(request, "identity-checked");
        resident.rates(request, "yes", 5);
        resident.awaits("closed", request);
    }
}
