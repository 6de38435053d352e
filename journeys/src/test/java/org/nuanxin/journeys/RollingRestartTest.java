package org.nuanxin.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Two of each service, and every instance started anew, one after the other, while people use them. */
@Order(21)
@EnabledIfSystemProperty(named = "journeys.options", matches = ".*--instances.*")
class RollingRestartTest {
    static final int REQUESTS = 150;

    /** After so many an app shows an error. */
    static final int TRIES = 5;

    final AtomicInteger mostTries = new AtomicInteger();
    final Resident resident = new Resident(7);

    @Test
    void goes_unnoticed() throws Exception {
        Crowd crowd = new Crowd(REQUESTS).gathers();
        int callsBefore = Patiently.calls();
        int againBefore = Patiently.madeAgain();

        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> caller = others.submit(() -> callsUntil(over));
            try {
                crowd.livesThrough(RollingRestartTest::startEachAnew);
            } finally {
                over.set(true);
            }
            caller.get();
        }

        crowd.everythingTookEffectOnce();
        System.out.printf(
                "rolling restart: %d calls, %d made again, %d tries at most, 0 errors%n",
                Patiently.calls() - callsBefore, Patiently.madeAgain() - againBefore, mostTries.get());
        assertThat(mostTries).hasValueBetween(1, TRIES);
    }

    private static void startEachAnew() {
        for (String instance : Stack.running().instances()) {
            Stack.running().ask(instance);
            Stack.running().awaitBack(instance);
        }
    }

    private void callsUntil(AtomicBoolean over) {
        while (!over.get()) {
            Map<String, String> key =
                    Map.of("Idempotency-Key", UUID.randomUUID().toString());
            succeeds(() -> resident.post("/requests", Map.of("serviceType", "haircut-at-home"), key));
            succeeds(() -> resident.get("/requests?limit=5"));
        }
    }

    private void succeeds(Supplier<Answer> call) {
        AtomicInteger tries = new AtomicInteger();
        Patiently.ok(() -> {
            tries.incrementAndGet();
            return call.get();
        });
        mostTries.accumulateAndGet(tries.get(), Math::max);
    }
}
