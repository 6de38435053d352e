package org.nuanxin.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private RaceFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("same-key-fifty-times", RaceFaults::submitsTheSame),
                new Fault("all-accept-at-once", RaceFaults::allAccept),
                new Fault("accepted-and-withdrawn", RaceFaults::acceptsWhatIsWithdrawn),
                new Fault("accepted-and-assigned", RaceFaults::acceptsWhatIsAssigned),
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

    private static void allAccept(Fault.Scene scene) throws Exception {
        race(scene, (request, resident) -> List.of());
    }

    private static void acceptsWhatIsWithdrawn(Fault.Scene scene) throws Exception {
        race(scene, (request, resident) -> List.of(() -> resident.put("/requests/" + request + "/withdrawal", "")));
    }

    private static void acceptsWhatIsAssigned(Fault.Scene scene) throws Exception {
        race(
                scene,
                (request, resident) -> List.of(() -> scene.street()
                        .desk()
                        .put(
                                "/dispatches/" + request + "/assignment",
                                Map.of(
                                        "assignee",
                                        Map.of("kind", "staff", "id", "grid-worker-1"),
                                        "confirmedBy",
                                        "app"))));
    }

    /** A wait of two minutes takes two seconds here: they accept just when it ends. */
    private static void acceptsWhatLapses(Fault.Scene scene) throws Exception {
        race(scene, (request, resident) -> {
            Wait.pass(scene.chance().between(Duration.ofMillis(1500), Duration.ofMillis(2000)));
            return List.of();
        });
    }

    /** What else is done at the moment when everybody accepts. */
    private interface Rivals {
        List<Callable<Object>> of(String request, Person resident);
    }

    private static void race(Fault.Scene scene, Rivals rivals) throws Exception {
        Street street = scene.street();
        for (int round = 0; round < ROUNDS; round++) {
            Person resident = street.resident(2000 + round);
            String request = street.submits(resident, UUID.randomUUID().toString());
            Wait.until("somebody to be asked", () -> offered(street, request));
            List<Callable<Object>> runners = new ArrayList<>(rivals.of(request, resident));
            for (Helper helper : street.helpers()) {
                Callable<Object> grabs = () -> {
                    helper.grabs();
                    return true;
                };
                runners.addAll(List.of(grabs, grabs));
            }
            together(runners);
            street.livesOn(request, resident);
        }
    }

    private static Optional<JsonNode> offered(Street street, String request) {
        return street.desk()
                .sees("/dispatches/" + request)
                .filter(seen -> !seen.path("status").asText().equals("waiting"));
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
