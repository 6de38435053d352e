package org.nuanxin.benchmarks.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.nuanxin.benchmarks.stack.Api;

/** Those on duty: whoever an alert reaches takes the matter, unless somebody holds it by then. */
final class DutyDesk {
    private static final int FROM_THE_DESK_METRES = 400;

    private final Api api;
    private final People people;
    private final Job job;
    private final Set<String> alerts = ConcurrentHashMap.newKeySet();
    private final Set<String> matters = ConcurrentHashMap.newKeySet();

    DutyDesk(Api api, People people, Job job) {
        this.api = api;
        this.people = people;
        this.job = job;
    }

    /** Looks at the open alerts of the street. */
    void look() {
        for (JsonNode alert : Checks.items(
                api.get("street-supervisor-1", "/alerts?state=open&limit=200").body())) {
            String request = alert.path("requestId").asText();
            if (alerts.add(alert.path("id").asText() + alert.path("level").asText()) && matters.add(request)) {
                String person = alert.path("recipients").path(0).asText("street-supervisor-1");
                Thread.ofVirtual().start(() -> take(person, request));
            }
        }
    }

    /** How many alerts, climbs included, were seen. */
    int alerts() {
        return alerts.size();
    }

    private void take(String person, String request) {
        people.think();
        people.think();
        Api.Answer taken = api.put(
                person,
                "/dispatches/" + request + "/assignment",
                Map.of("assignee", Map.of("kind", "staff", "id", person)));
        matters.remove(request);
        if (taken.ok()) {
            job.doneBy(person, request, FROM_THE_DESK_METRES);
        }
    }
}
