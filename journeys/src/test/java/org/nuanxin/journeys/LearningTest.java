package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who says no is expected to say no again, and is asked whether skills or hours are right; who says yes, yes. */
@Order(14)
class LearningTest {
    private static final int REFUSALS = 5;

    Errands errands = new Errands();
    Resident resident = new Resident(11);
    Staff supervisor = new Staff("supervisor-1");
    VolunteerApp willing = errands.helper("willing");
    VolunteerApp unwilling = errands.helper("unwilling");

    @Test
    void answers_teach_whom_to_count_on() {
        String first = askedOfBoth();
        assertThat(acceptance(first, willing)).isEqualTo(acceptance(first, unwilling));
        refusedAndTaken(first);
        for (int i = 1; i < REFUSALS; i++) refusedAndTaken(askedOfBoth());

        String last = askedOfBoth();

        assertThat(acceptance(last, willing)).isGreaterThan(acceptance(first, willing));
        assertThat(acceptance(last, unwilling)).isLessThan(acceptance(first, unwilling));
        await("the question whether skills or hours are right")
                .atMost(Duration.ofMinutes(1))
                .until(() -> unwilling
                        .get("/volunteers/me")
                        .ok()
                        .path("skillsOrHours")
                        .asBoolean());
        assertThat(willing.get("/volunteers/me").ok().path("skillsOrHours").asBoolean())
                .isFalse();
        resident.withdraws(last);
    }

    private String askedOfBoth() {
        String request = errands.askedBy(resident);
        willing.awaitsOfferFor(request);
        unwilling.awaitsOfferFor(request);
        return request;
    }

    private void refusedAndTaken(String request) {
        unwilling.refuses(unwilling.awaitsOfferFor(request));
        willing.takes(request);
        Errands.finishes(willing, request);
        resident.rates(request, "yes", 5);
        resident.awaits("closed", request);
    }

    /** How likely they were thought to accept when they were asked. */
    private double acceptance(String request, VolunteerApp volunteer) {
        String id = volunteer.volunteerId();
        return StreamSupport.stream(supervisor.board(request).path("offers").spliterator(), false)
                .filter(offer -> offer.path("volunteerId").asText().equals(id))
                .map((JsonNode offer) -> offer.path("acceptance").asDouble())
                .findFirst()
                .orElseThrow();
    }
}
