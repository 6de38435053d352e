package org.nuanxin.journeys;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Many residents, each with a request, and helpers enough for all of them; whatever goes on meanwhile, all are helped, once. */
final class Crowd {
    private static final int AT_A_TIME = 20;
    private static final int HELPERS = 6;
    private static final int OFTEN = 1_000_000;

    private final int requests;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String type = "crowd-" + run;
    private final MiniApp backend = new MiniApp();
    private final Staff administrator = new Staff("administrator-1");
    private final List<BusyHelper> helpers =
            IntStream.range(0, HELPERS).mapToObj(this::helper).toList();
    private final Map<String, Resident> closed = new ConcurrentHashMap<>();

    Crowd(int requests) {
        this.requests = requests;
    }

    private BusyHelper helper(int number) {
        return new BusyHelper(backend.volunteer("busy-" + run + "-" + number));
    }

    /** Helpers of their own come on duty. */
    Crowd gathers() {
        administrator.definesServiceType(type, "run-" + run);
        helpers.forEach(helper -> helper.joins(new Staff("supervisor-1"), "run-" + run));
        Kafka.awaitReadBy("dispatch", "volunteer.volunteers.v1");
        Kafka.awaitReadBy("dispatch", "intake.directory.v1");
        mayBeAskedOften();
        return this;
    }

    /** The same few are asked by all, at any hour: in a night nobody else would be asked as often. */
    private void mayBeAskedOften() {
        JsonNode policy = administrator.get("/policies/default-ordinary").ok();
        ((ObjectNode) policy).putObject("limits").put("byDay", OFTEN).put("byNight", OFTEN);
        administrator.put("/policies/community-1:" + type + ":ordinary", policy).ok();
    }

    /** Everybody lives through their request, while this happens. */
    void livesThrough(Runnable meanwhile) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Semaphore places = new Semaphore(AT_A_TIME);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> helping = helpers.stream()
                    .<Future<?>>map(helper -> people.submit(() -> helper.helpsUntil(over)))
                    .toList();
            List<Future<?>> residents = IntStream.range(0, requests)
                    .<Future<?>>mapToObj(number -> people.submit(() -> livesThrough(number, places)))
                    .toList();
            try {
                meanwhile.run();
                join(residents);
            } finally {
                over.set(true);
                join(helping); // whoever gave up is why others waited in vain
            }
        }
    }

    private static void join(List<Future<?>> people) throws Exception {
        for (Future<?> person : people) person.get();
    }

    /** How many have been helped and have said so. */
    int closed() {
        return closed.size();
    }

    private void livesThrough(int number, Semaphore places) {
        places.acquireUninterruptibly();
        try {
            Resident resident = backend.resident("asking-" + run + "-" + number);
            String key = UUID.randomUUID().toString();
            String request = Patiently.ok(() -> resident.post("/requests", errand(), Map.of("Idempotency-Key", key)))
                    .path("id")
                    .asText();
            Patiently.until(() -> resident.waitsAt("/requests/" + request), "completed");
            Patiently.ok(() -> resident.triesToRate(request, "yes", 5));
            Patiently.until(() -> resident.waitsAt("/requests/" + request), "closed");
            closed.put(request, resident);
        } finally {
            places.release();
        }
    }

    private Map<String, ?> errand() {
        return Map.of(
                "serviceType",
                type,
                "placeId",
                "grid-1-1-01",
                "address",
                Map.of("text", "1号楼"),
                "contact",
                Map.of("name", "李雅琴", "phone", "13900000001"));
    }

    void everythingTookEffectOnce() {
        assertThat(closed).hasSize(requests);
        List.of("intake", "feedback").forEach(reader -> Kafka.awaitReadBy(reader, Said.DISPATCHES));
        Kafka.awaitReadBy("intake", Said.RATINGS);
        Said said = Said.byNow();
        closed.forEach((request, resident) -> everyEventTookEffectOnce(request, resident, said));
        theRatesAreExact();
        assertThat(helpers.stream().mapToInt(BusyHelper::finished).sum()).isEqualTo(requests);
        nothingLiesAside();
    }

    /** What the resident's timeline shows is what was said, each once, however often Kafka brought it. */
    private static void everyEventTookEffectOnce(String request, Resident resident, Said said) {
        Map<String, Long> shown = resident.moments(request).stream()
                .skip(1)
                .collect(groupingBy(entry -> entry.path("type").asText(), counting()));
        List<Integer> versions = said.versions(request);

        assertThat(shown).as(request).isEqualTo(said.about(request));
        assertThat(versions)
                .as(request)
                .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
        assertThat(shown).as(request).containsEntry("RequestCompleted", 1L).containsEntry("RequestClosed", 1L);
    }

    void theRatesAreExact() {
        JsonNode counts =
                administrator.get("/rates?type=" + type).ok().path("total").path("counts");
        for (String count : List.of("submitted", "answered", "completed", "rated", "solved", "satisfied")) {
            assertThat(counts.path(count).asInt()).as(count).isEqualTo(requests);
        }
    }

    private void nothingLiesAside() {
        for (String service : List.of("intake", "dispatch", "volunteer", "feedback")) {
            assertThat(administrator.get("/dead-letters/" + service).ok())
                    .as(service)
                    .isEmpty();
        }
    }
}
