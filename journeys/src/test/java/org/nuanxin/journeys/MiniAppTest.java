package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The backend of a mini-app hears by webhook what a closed app cannot hear, and acts for its people. */
@Order(11)
class MiniAppTest {
    MiniApp backend = new MiniApp();
    String person = "open-id-" + UUID.randomUUID();
    VolunteerApp helper = backend.volunteer(person);
    Resident resident = backend.resident("another-" + UUID.randomUUID());
    Staff supervisor = new Staff("supervisor-1");

    @Test
    void an_offer_made_is_accepted_on_behalf_of_the_volunteer() {
        isLetIn();
        try (WebhookReceiver receiver = WebhookReceiver.of(backend, "offer.made", "request.closed")) {
            String request = resident.asksFor("errand-" + skill(), "grid-1-1-01");

            JsonNode told = receiver.awaits("offer.made", request);
            assertThat(told.path("recipient").asText()).isEqualTo(helper.id());
            helper.accepts(told.path("offerId").asText());
            helper.contactOf(request);
            helper.setsOff(request);
            helper.arrives(request);
            helper.completes(request);
            resident.rates(request, "yes", 5);

            receiver.awaits("request.closed", request);
            new Resident(1).get("/requests/" + request).refused(404, "NotFound");
        }
    }

    /** With a skill that nobody else has. */
    private void isLetIn() {
        new Staff("administrator-1").definesServiceType("errand-" + skill(), skill());
        String id = helper.applies("grid-1-1-01", "community-1", skill());
        supervisor.letsIn(id, skill());
        helper.isOnDuty(true);
        Kafka.awaitReadBy("dispatch", "volunteer.volunteers.v1");
        Kafka.awaitReadBy("dispatch", "intake.directory.v1");
    }

    private String skill() {
        return "skill-" + person.substring(person.length() - 8);
    }
}
