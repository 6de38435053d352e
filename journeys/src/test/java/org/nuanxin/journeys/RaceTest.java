package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two say yes at the same moment. */
@Order(5)
class RaceTest {
    Resident resident = new Resident(2);
    List<VolunteerApp> riders = List.of(new VolunteerApp(24), new VolunteerApp(30), new VolunteerApp(25));

    @Test
    void exactly_one_gets_it_and_the_other_is_told() throws Exception {
        String request = resident.asksFor("medicine-pickup");
        VolunteerApp one = riders.get(0);
        VolunteerApp other = riders.get(1);
        String toOne = one.awaitsOfferFor(request);
        String toOther = other.awaitsOfferFor(request);

        List<Answer> answers;
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = both.submit(() -> one.triesToAccept(toOne));
            Future<Answer> second = both.submit(() -> other.triesToAccept(toOther));
            answers = List.of(first.get(), second.get());
        }

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        boolean firstWon = answers.getFirst().status() == 200;
        VolunteerApp winner = firstWon ? one : other;
        VolunteerApp loser = firstWon ? other : one;
        winner.contactOf(request);
        winner.accepts(firstWon ? toOne : toOther);
        assertThat(loser.awaitsOffer(request, "withdrawn").path("id").asText()).isEqualTo(firstWon ? toOther : toOne);
        assertThat(loser.get("/requests/" + request + "/contact").status()).isIn(404, 409);
        loser.triesToComplete(request, "handed-over").refused(404, "NotFound");
        assertThat(resident.timeline(request)).containsOnlyOnce("RequestAssigned");
        winner.setsOff(request);
        winner.arrives(request);
        winner.completes(request, "handed-over");
        resident.rates(request, "yes", 5);
        resident.awaits("closed", request);
    }
}
