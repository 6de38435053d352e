package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** 22:05, locked out with a pot on the stove. */
@Order(1)
class LockedOutTest {
    Resident resident = new Resident(1);
    VolunteerApp locksmith = new VolunteerApp(1);

    @Test
    void the_door_is_open_within_half_an_hour() {
        String request = resident.asks(Map.of("serviceType", "lock-opening", "answers", Map.of("danger", "stove-on")));

        locksmith.takes(request);
        assertThat(locksmith.contactOf(request).path("phone").asText()).isEqualTo("13900000001");
        locksmith.setsOff(request);
        assertThat(resident.awaits("on_the_way", request)
                        .path("helper")
                        .path("skill")
                        .asText())
                .isEqualTo("locksmith");
        assertThat(resident.get("/assignments/" + request + "/helper")
                        .ok()
                        .path("displayName")
                        .asText())
                .isEqualTo("宋师傅");
        locksmith.arrives(request);
        locksmith.triesToComplete(request).refusedField("checks");
        locksmith.completes(request, "identity-checked");
        resident.rates(request, "yes", 5);

        resident.awaits("closed", request);
        resident.awaitsToRead(
                request,
                "RequestSubmitted",
                "SearchStarted",
                "OfferMade",
                "RequestAssigned",
                "HelperSetOff",
                "HelperArrived",
                "RequestCompleted",
                "RequestClosed");
        resident.awaitsToRead(request, "RequestCompleted", "RequestRated");
        assertThat(resident.sees(request).path("rating").path("score").asInt()).isEqualTo(5);
        assertThat(took(request)).isLessThan(Stack.minutes(30));
        locksmith.get("/requests/" + request + "/contact").refused(409, "ContactNoLongerShown");
    }

    private Duration took(String request) {
        return Duration.between(moment(request, "RequestSubmitted"), moment(request, "RequestCompleted"));
    }

    private Instant moment(String request, String type) {
        return resident.moments(request).stream()
                .filter(entry -> entry.path("type").asText().equals(type))
                .map(entry -> Instant.parse(entry.path("at").asText()))
                .findFirst()
                .orElseThrow();
    }
}
