package org.nuanxin.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two hundred requests on their way, and each service killed in turn in the middle of it. */
@Order(20)
class KilledServicesTest {
    static final int REQUESTS = 200;
    static final Duration LONGEST = Duration.ofMinutes(10);

    @Test
    void all_are_closed_and_everything_took_effect_once() throws Exception {
        Crowd crowd = new Crowd(REQUESTS).gathers();

        crowd.livesThrough(() -> killEachInTheMiddle(crowd));

        crowd.everythingTookEffectOnce();
    }

    private static void killEachInTheMiddle(Crowd crowd) {
        int part = REQUESTS / 5;
        int enough = part;
        for (String service : List.of("intake", "dispatch", "volunteer", "feedback")) {
            int before = enough;
            await().atMost(LONGEST).until(() -> crowd.closed() >= before);
            Stack.running().kill(service);
            Stack.running().awaitBack(service);
            enough += part;
        }
    }
}
