package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two hundred requests on their way, and each service killed in turn in the middle of it; where there are several, each of them. */
@Order(20)
class KilledServicesTest {
    static final int REQUESTS = 200;
    static final Duration LONGEST = Duration.ofMinutes(10);

    final List<Takeover> takeovers = new ArrayList<>();

    @Test
    void all_are_closed_and_everything_took_effect_once() throws Exception {
        Crowd crowd = new Crowd(REQUESTS).gathers();

        crowd.livesThrough(() -> killEachInTheMiddle(crowd));

        crowd.everythingTookEffectOnce();
        assertThat(takeovers.stream().filter(Takeover::led).map(takeover -> Stack.serviceOf(takeover.instance())))
                .as("services whose journals changed hands")
                .containsAll(several());
    }

    private static List<String> several() {
        Stack stack = Stack.running();
        return stack.instances().stream()
                .filter(instance -> stack.instancesOf(instance).size() > 1)
                .map(Stack::serviceOf)
                .distinct()
                .toList();
    }

    private void killEachInTheMiddle(Crowd crowd) {
        List<String> instances = Stack.running().instances();
        int part = REQUESTS / (instances.size() + 1);
        int enough = part;
        for (String instance : instances) {
            int before = enough;
            await().atMost(LONGEST).until(() -> crowd.closed() >= before);
            kill(instance);
            Stack.running().awaitBack(instance);
            enough += part;
        }
    }

    private void kill(String instance) {
        if (several().isEmpty()) {
            Stack.running().kill(instance);
        } else {
            Takeover takeover = Takeover.from(instance);
            System.out.println(takeover);
            takeovers.add(takeover);
        }
    }
}
