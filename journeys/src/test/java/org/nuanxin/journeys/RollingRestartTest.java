package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two of each service, and every instance started anew, one after the other, while people use them. */
@Order(21)
@EnabledIfSystemProperty(named = "journeys.options", matches = ".*--instances.*")
class RollingRestartTest {
    static final int REQUESTS = 150;
    static final int TRIES = 5;
    static final Duration AGAIN = Duration.ofMillis(200);

    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger triedAgain = new AtomicInteger();
    final Resident resident = new Resident(7);

    @Test
    void goes_unnoticed() throws Exception {
        Crowd crowd = new Crowd(REQUESTS).gathers();
        AtomicBoolean over = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> callsUntil(over));

        crowd.livesThrough(RollingRestartTest::startEachAnew);
        over.set(true);
        caller.join();

        crowd.everythingTookEffectOnce();
        System.out.printf("rolling restart: %d calls, %d of them made again%n", calls.get(), triedAgain.get());
        assertThat(calls.get()).isGreaterThan(TRIES);
    }

    private static void startEachAnew() {
        for (String instance : Stack.running().instances()) {
            Stack.running().ask(instance);
            Stack.running().awaitBack(instance);
        }
    }

    /** As an app does that tries a call again a few times before it shows an error. */
    private void callsUntil(AtomicBoolean over) {
        while (!over.get()) {
            String key = UUID.randomUUID().toString();
            succeeds(() -> resident.post(
                            "/requests", Map.of("serviceType", "haircut-at-home"), Map.of("Idempotency-Key", key))
                    .status());
            succeeds(() -> resident.get("/requests?limit=5").status());
            calls.addAndGet(2);
        }
    }

    private void succeeds(Call call) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(AGAIN)
                .atMost(AGAIN.multipliedBy(TRIES))
                .until(() -> {
                    boolean ok = status(call) < 300;
                    if (!ok) triedAgain.incrementAndGet();
                    return ok;
                });
    }

    private static int status(Call call) {
        try {
            return call.status();
        } catch (UncheckedIOException brokenOff) {
            return 599;
        }
    }

    private interface Call {
        int status();
    }
}
