package org.nuanxin.dispatch.dispatches;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.nuanxin.dispatch.handling.Status;
import org.nuanxin.events.DispatchEvent;

/**
 * States as they were kept when a clock was a deadline with marks, and no ledger: what is known of each clock becomes the
 * entries that lead to the same deadline.
 */
final class OldStates {
    private OldStates() {}

    static boolean isOld(String json) {
        return !json.contains("\"entries\"");
    }

    static JsonNode renewed(JsonNode state) {
        ObjectNode handling = (ObjectNode) state;
        ObjectNode search = (ObjectNode) state.path("search");
        JsonNode response = search.path("response");
        if (response.isObject()) search.set("response", response(search, response));
        handling.set("closure", closure(state, state.path("closure"), search.path("policy")));
        return handling;
    }

    private static ObjectNode response(JsonNode search, JsonNode clock) {
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        ObjectNode started = entry(entries, "Started", clock.path("startedAt"), DispatchEvent.ENGINE);
        started.set("policy", search.path("policy"));
        started.set("from", clock.path("startedAt"));
        marks(entries, clock);
        JsonNode answeredAt = search.path("answeredAt");
        if (answeredAt.isTextual()) entry(entries, "Stopped", answeredAt, DispatchEvent.ENGINE);
        return ledger(entries);
    }

    private static ObjectNode closure(JsonNode state, JsonNode closure, JsonNode policy) {
        JsonNode clock = closure.path("clock");
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        ObjectNode carried =
                entry(entries, "Carried", JsonNodeFactory.instance.textNode(beginning(closure)), DispatchEvent.ENGINE);
        carried.set("policy", policy);
        carried.set("round", clock.path("round"));
        carried.set("until", clock.path("dueAt"));
        carried.set("paused", closure.path("paused"));
        carried.set("extension", closure.path("extension"));
        marks(entries, clock);
        JsonNode pause = closure.path("pause");
        boolean open = Status.valueOf(state.path("status").asText()).isOpen();
        if (open && pause.isObject()) {
            ObjectNode paused = entry(entries, "Paused", pause.path("since"), DispatchEvent.ENGINE);
            paused.set("reason", pause.path("reason"));
            paused.set("until", pause.path("until"));
        }
        JsonNode completedAt = state.path("completion").path("at");
        if (completedAt.isTextual()) entry(entries, "Stopped", completedAt, DispatchEvent.ENGINE);
        return ledger(entries);
    }

    /** The end of a first round had been moved by every pause, and its beginning had not. */
    private static String beginning(JsonNode closure) {
        JsonNode clock = closure.path("clock");
        Instant startedAt = Instant.parse(clock.path("startedAt").asText());
        boolean first = clock.path("round").asInt() == 1;
        return startedAt
                .plus(first ? Duration.parse(closure.path("paused").asText()) : Duration.ZERO)
                .toString();
    }

    private static void marks(ArrayNode entries, JsonNode clock) {
        for (int stage = 1; stage <= clock.path("warned").asInt(); stage++) {
            JsonNode at = clock.path("warnings").path(stage - 1).path("at");
            mark(entries, "Warned", at).put("stage", stage);
        }
        if (clock.path("breached").asBoolean()) mark(entries, "Breached", clock.path("dueAt"));
    }

    private static ObjectNode entry(ArrayNode entries, String what, JsonNode at, String by) {
        return mark(entries, what, at).put("by", by);
    }

    private static ObjectNode mark(ArrayNode entries, String what, JsonNode at) {
        ObjectNode entry = entries.addObject().put("what", what);
        entry.set("at", at);
        return entry;
    }

    private static ObjectNode ledger(ArrayNode entries) {
        ObjectNode ledger = JsonNodeFactory.instance.objectNode();
        ledger.set("entries", entries);
        return ledger;
    }
}
