package org.nuanxin.benchmarks.replay;

import java.util.List;
import java.util.Map;
import org.nuanxin.benchmarks.stack.Api;

/** Somebody who holds a request goes there, works, and says it is done. */
final class Job {
    private static final int ATTEMPTS = 30;

    private final Api api;
    private final People people;
    private final Checks checks;

    Job(Api api, People people, Checks checks) {
        this.api = api;
        this.people = people;
        this.checks = checks;
    }

    void doneBy(String person, String request, int metres) {
        report(person, request, "start", Map.of());
        people.travel(metres);
        report(person, request, "arrival", Map.of());
        people.work();
        List<String> ticked = checks.of(request);
        report(person, request, "completion", Map.of("note", "done", "checks", ticked, "photoIds", List.of()));
    }

    /** Says it until it is known: right after an acceptance, or while a service is away, the answer is "not yet". */
    private void report(String person, String request, String what, Map<String, ?> body) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Api.Answer answer = api.put(person, "/assignments/" + request + "/" + what, body);
            boolean notYet = answer.status() == 409
                    && answer.body().path("title").asText().equals("NotYetKnown");
            if (!notYet && answer.status() < 500) {
                return;
            }
        }
    }
}
