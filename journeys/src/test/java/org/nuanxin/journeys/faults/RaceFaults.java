package org.nuanxin.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many want the same at once, or one thing and its opposite. */
final class RaceFaults {
    private static final int TWINS = 50;
    private static final int ROUNDS = 8;

    /** How often each of those who were asked accepts. */
    private static final int TWO = 2;

    private static final int CROWD = 40;

    private RaceFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("same-key-fifty-times", RaceFaults::submitsTheSame),
                new Fault("all-accept-at-once", RaceFaults::allAccept),
                new Fault("accepted-and-withdrawn", RaceFaults::acceptsWhatIsWithdrawn),
                new Fault("accepted-and-assigned", RaceFaults::acceptsWhatIsAssigned),
                new Fault("accepted-and-paused", RaceFaults::acceptsWhatIsPaused),
                new Fault("accepted-and-lapsed", RaceFaults::acceptsWhatLapses));
    }

    /** At once, and once more later; and with other words, which must be refused. */
    private static void submitsTheSame(Fault.Scene scene) throws Exception {
        Street street = scene.street();
        for (int round = 0; round < 4; round++) {
            Person resident = street.resident(1000 + round);
            String key = UUID.randomUUID().toString();
            List<Callable<Object>> twins = new ArrayList<>();
            for (int twin = 0; twin < TWINS; twin++) twins.add(() -> street.submits(resident, key));
            together(twins);
            String request = street.submits(resident, key);
            Calls.Answer other = resident.word(
                    "POST",
                    "/requests",
                    Map.of("serviceType", street.type(), "placeId", "grid-1-1-02"),
                    Map.of("Idempotency-Key", key));
            if (other.status() != 422 && other.status() != 400)
                throw new IllegalStateException("another matter under the same key: " + other);
            resident.put("/requests/" + request + "/withdrawal", "");
        }
    }

    /** Two of each who was asked; then forty. */
    private static void allAccept(Fault.Scene scene) throws Exception {
        race(scene, TWO, (request, resident) -> List.of());
        race(scene, CROWD, (request, resident) -> List.of());
    }

    /** The closure's clock is stopped and goes on, while somebody takes it. */
    private static void acceptsWhatIsPaused(Fault.Scene scene) throws Exception {
        race(
                scene,
                TWO,
                (request, resident) -> List.of(() -> {
                    Person supervisor = scene.street().supervisor();
                    Map<String, Object> pause = Map.of(
                            "reason",
                            "WAITING_FOR_PARTS",
                            "until",
                            Instant.now().plusSeconds(20).toString());
                    supervisor.put("/dispatches/" + request + "/pause", pause);
                    return supervisor.word("DELETE", "/dispatches/" + request + "/pause", "", Map.of());
                }));
    }

    private static void acceptsWhatIsWithdrawn(Fault.Scene scene) throws Exception {
        race(
                scene,
                TWO,
                (request, resident) -> List.of(() -> resident.put("/requests/" + request + "/withdrawal", "")));
    }

    private static void acceptsWhatIsAssigned(Fault.Scene scene) throws Exception {
        Person desk = scene.street().desk();
        Map<String, Object> assignee = Map.of("kind", "staff", "id", "grid-worker-1");
        race(
                scene,
                TWO,
                (request, resident) -> List.of(() -> desk.put(
                        "/dispatches/" + request + "/assignment", Map.of("assignee", assignee, "confirmedBy", "app"))));
    }

    /** A wait of two minutes takes two seconds here: they accept just when it ends. */
    private static void acceptsWhatLapses(Fault.Scene scene) throws Exception {
        race(scene, TWO, (request, resident) -> {
            Wait.pass(scene.chance().between(Duration.ofMillis(1500), Duration.ofMillis(2000)));
            return List.of();
        });
    }

    /** What else is done at the moment when everybody accepts. */
    private interface Rivals {
        List<Callable<Object>> of(String request, Person resident);
    }

    private static void race(Fault.Scene scene, int times, Rivals rivals) throws Exception {
        Street street = scene.street();
        street.helpers().forEach(helper -> helper.answersOffers(false));
        for (int round = 0; round < ROUNDS; round++) {
            Person resident = street.resident(2000 + round);
            String request = street.submits(resident, UUID.randomUUID().toString());
            Wait.that(
                    "somebody to be asked",
                    () -> street.helpers().stream()
                            .anyMatch(helper -> !helper.offersOf(request).isEmpty()));
            List<Callable<Object>> runners = new ArrayList<>(rivals.of(request, resident));
            for (Helper helper : street.helpers()) {
                for (JsonNode offer : helper.offersOf(request)) {
                    runners.addAll(Collections.nCopies(times, () -> accepted(helper, offer)));
                }
            }
            together(runners);
            street.livesOn(request, resident);
        }
        street.helpers().forEach(helper -> helper.answersOffers(true));
    }

    private static boolean accepted(Helper helper, JsonNode offer) {
        helper.accepts(offer);
        return true;
    }

    private static void together(List<Callable<Object>> all) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(all.size());
        try (ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = all.stream()
                    .map(each -> runners.submit(() -> {
                        start.await();
                        return each.call();
                    }))
                    .toList();
            for (Future<Object> each : running) each.get();
        }
    }
}
