package org.nuanxin.benchmarks.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nuanxin.benchmarks.stack.Api;

/** The residents: each submits a case, follows it, and rates it when it is done. */
final class Resident {
    private static final int RESIDENTS = 20;
    private static final Set<String> ENDED = Set.of("closed", "withdrawn", "referred", "declined");

    /** One case on its way: who asked, and under which id; the id is empty where it was not accepted. */
    record Submitted(String resident, String id, String answer) {}

    private final Api api;
    private final People people;
    private final Checks checks;
    private final Area area;
    private final Queue<Submitted> submitted = new ConcurrentLinkedQueue<>();
    private final Map<String, String> status = new ConcurrentHashMap<>();

    Resident(Api api, People people, Checks checks, Area area) {
        this.api = api;
        this.people = people;
        this.checks = checks;
        this.area = area;
    }

    void submit(int number, Case real) {
        String name = "resident-" + (number % RESIDENTS + 1);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("serviceType", real.serviceType());
        body.put("location", area.location(real));
        body.put("contact", Map.of("name", "李梅", "phone", "13800000001"));
        String key = UUID.randomUUID().toString();
        Api.Answer answer = api.post(name, "/requests", body, "Idempotency-Key", key);
        while (answer.status() >= 500) {
            answer = api.post(name, "/requests", body, "Idempotency-Key", key);
        }
        String id = answer.body().path("id").asText();
        submitted.add(new Submitted(name, id, answer.status() + " " + answer.body()));
        if (!id.isEmpty()) {
            checks.submitted(id, real.serviceType());
            follow(name, id);
        }
    }

    Queue<Submitted> submitted() {
        return submitted;
    }

    long ended() {
        return status.values().stream().filter(ENDED::contains).count();
    }

    String statusOf(String id) {
        return status.getOrDefault(id, "unknown");
    }

    /** Rates each completion once; what was only partly solved is reopened, and the second time it is. */
    private void follow(String name, String id) {
        String solved = people.solved();
        boolean rated = false;
        while (!ENDED.contains(statusOf(id)) && !Thread.currentThread().isInterrupted()) {
            Api.Answer answer = api.get(name, "/requests/" + id, "Prefer", "wait=25");
            if (answer.ok()) {
                status.put(id, answer.body().path("status").asText());
            }
            boolean completed = statusOf(id).equals("completed");
            if (completed && !rated) {
                people.hesitateToRate();
                rated = rate(name, id, solved);
                solved = rated ? "yes" : solved;
            }
            rated &= completed;
        }
    }

    private boolean rate(String name, String id, String solved) {
        Map<String, Object> opinion =
                Map.of("solved", solved, "score", people.score(), "reopen", !solved.equals("yes"));
        return api.put(name, "/requests/" + id + "/rating", opinion).ok();
    }
}
