package org.nuanxin.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Somebody who takes whatever is offered and finishes it at once. */
final class BusyHelper {
    private static final int CAPACITY = 50;
    private static final List<String> TAKEABLE = List.of("open", "lapsed");

    private final VolunteerApp app;

    BusyHelper(VolunteerApp app) {
        this.app = app;
    }

    void joins(Staff supervisor, String skill) {
        String id = app.applies("grid-1-1-01", "community-1", skill);
        supervisor.letsIn(id, skill);
        app.patch("/volunteers/me", Map.of("capacity", CAPACITY)).ok();
        app.isOnDuty(true);
    }

    void helpsUntil(AtomicBoolean over) {
        while (!over.get()) {
            for (JsonNode offer : Patiently.ok(() -> app.waitsAt("/volunteers/me/offers?limit=30"))) {
                if (TAKEABLE.contains(offer.path("status").asText())) takes(offer);
            }
        }
    }

    /** Somebody else may be faster. */
    private void takes(JsonNode offer) {
        String request = offer.path("requestId").asText();
        Answer answer = app.triesToAccept(offer.path("id").asText());
        if (answer.status() != 200) return;
        Patiently.ok(() -> app.put("/assignments/" + request + "/start"));
        Patiently.ok(() -> app.put("/assignments/" + request + "/arrival"));
        Patiently.ok(() -> app.triesToComplete(request));
    }

    int finished() {
        int finished = 0;
        for (JsonNode held : app.get("/volunteers/me/assignments?limit=200").ok()) {
            if (List.of("completed", "closed").contains(held.path("status").asText())) finished++;
        }
        return finished;
    }
}
