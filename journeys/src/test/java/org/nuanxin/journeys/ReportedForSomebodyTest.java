package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A building leader reports for an 85-year-old without a phone; a rider brings the medicine. */
@Order(2)
class ReportedForSomebodyTest {
    Resident leader = new Resident("building-leader-1");
    VolunteerApp rider = new VolunteerApp(29);

    @Test
    void medicine_is_handed_over_and_rated_by_proxy() {
        String request = leader.asks(Map.of(
                "serviceType",
                "medicine-pickup",
                "placeId",
                "building-1-1-01-1",
                "address",
                Map.of("text", "1号楼501室"),
                "contact",
                Map.of("name", "周楼长", "phone", "13900000099"),
                "beneficiary",
                Map.of("name", "王奶奶", "consent", true)));

        rider.takes(request);
        assertThat(rider.contactOf(request).path("beneficiary").path("name").asText())
                .isEqualTo("王奶奶");
        rider.setsOff(request);
        rider.arrives(request);
        rider.completes(request, "handed-over");
        JsonNode rating = leader.rates(request, "yes", 5);

        assertThat(rating.path("byProxy").asBoolean()).isTrue();
        leader.awaitsToRead(request, "RequestCompleted", "RequestRated");
        JsonNode closed = leader.awaits("closed", request);
        assertThat(closed.path("flags").toString()).contains("byProxy");
        assertThat(closed.path("rating").path("byProxy").asBoolean()).isTrue();
        rider.triesToRate(request, "yes", 5).refused(404, "NotFound");
    }
}
