package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nobody answers: wave after wave is asked, one person after the other is told, and in the end a person assigns by hand. */
@Order(7)
class NobodyAnswersTest {
    Resident resident = new Resident(3);
    Staff gridWorker = new Staff("grid-worker-9");
    Staff supervisor = new Staff("supervisor-1");
    Staff street = new Staff("street-supervisor-1");
    VolunteerApp locksmith = new VolunteerApp(5);

    @Test
    void it_ends_with_a_person_all_the_same() {
        try (WebhookReceiver receiver = WebhookReceiver.watching("community-1", supervisor, "alert.raised")) {
            String request = resident.asksFor("lock-opening");

            gridWorker.awaitsAlert(request, "widened");
            gridWorker.awaitsAlert(request, "response_warning");
            supervisor.awaitsAlert(request, "response_warning", Map.of("level", "community"));
            JsonNode breach = supervisor.awaitsAlert(request, "response_breach");
            JsonNode told = receiver.awaits(
                    "alert.raised", request, data -> data.path("cause").asText().equalsIgnoreCase("response_breach"));
            assertThat(told.path("recipients").toString()).contains("supervisor-1");
            supervisor.acknowledges(breach);
            street.awaitsAlert(request, "response_breach", Map.of("level", "street"));

            supervisor.assigns(request, "volunteer", locksmith.volunteerId(), "phone");
            locksmith.setsOff(request);
            locksmith.arrives(request);
            locksmith.completes(request, "identity-checked");
            resident.rates(request, "yes", 3);

            resident.awaits("closed", request);
            assertThat(resident.timeline(request))
                    .containsSubsequence(
                            "OfferMade",
                            "OfferLapsed",
                            "OfferMade",
                            "ClockWarned",
                            "ClockWarned",
                            "ClockBreached",
                            "RequestAssigned",
                            "RequestCompleted",
                            "RequestClosed")
                    .containsOnlyOnce("ClockBreached");
        }
    }
}
