package org.nuanxin.intake.following;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.request.Request;
import org.nuanxin.intake.stored.StoredJson;
import org.nuanxin.intake.wording.Wording;
import org.nuanxin.kit.timeline.TimelineEntry;

/** Writes the entries of a timeline for a reader. Only what is named here is shown: what an event learns to say stays untold. */
@ApplicationScoped
class Entries {
    private static final Set<String> FOR_ALL = Set.of(
            "cause",
            "number",
            "startsAt",
            "answerBy",
            "responseDueAt",
            "closureDueAt",
            "waitUntil",
            "reason",
            "until",
            "clock",
            "round",
            "stage",
            "dueAt",
            "urgency",
            "byHand",
            "confirmedBy",
            "answeredInTime",
            "checks",
            "inTime",
            "extended",
            "solved",
            "score",
            "byProxy",
            "outcome",
            "appointment",
            "agreed",
            "arrivalSeconds",
            "report");
    private static final Set<String> FOR_THOSE_ON_DUTY =
            Set.of("volunteer", "distanceMetres", "reasons", "placeId", "channel");
    /** Whatever tells one event of a type from another, in the order in which a text is looked for. */
    private static final List<String> VARIANTS =
            List.of("cause", "clock", "reason", "urgency", "solved", "outcome", "agreed");
    /** The time a text speaks of. */
    private static final List<String> TIMES = List.of(
            "/startsAt", "/until", "/dueAt", "/waitUntil", "/responseDueAt", "/closureDueAt", "/appointment/from");

    private static final Set<String> NOBODY = Set.of(DispatchEvent.CLOCK, DispatchEvent.ENGINE);

    private final StoredJson json;

    Entries(StoredJson json) {
        this.json = json;
    }

    /** The beginning of every timeline. It stands in the request, not among the entries. */
    Entry submission(Request request, Reader reader) {
        String by = request.reporter().equals(request.resident()) ? "resident" : "reporter";
        String text = Wording.in(reader.language()).text("RequestSubmitted", request.reference());
        return new Entry(0, request.submittedAt(), "RequestSubmitted", by, text, Map.of("channel", request.channel()));
    }

    Entry of(TimelineEntry entry, Request request, Reader reader) {
        JsonNode event = json.tree(entry.data());
        boolean onDuty = reader.onDutyAt(request.placePath());
        return new Entry(
                entry.seq(),
                entry.at(),
                entry.type(),
                by(event, request, onDuty),
                text(entry.type(), event, Wording.in(reader.language())),
                data(event, onDuty));
    }

    private static String text(String type, JsonNode event, Wording wording) {
        String key = Stream.concat(
                        VARIANTS.stream().map(field -> event.path(field).asText()),
                        Stream.of(event.path("holder").path("kind").asText()))
                .map(variant -> type + "." + variant)
                .filter(wording::knows)
                .findFirst()
                .orElse(type);
        String time = TIMES.stream()
                .map(event::at)
                .filter(JsonNode::isTextual)
                .findFirst()
                .map(node -> wording.time(Instant.parse(node.asText())))
                .orElse("");
        return wording.text(key, time);
    }

    private static String by(JsonNode event, Request request, boolean onDuty) {
        String by = event.path("by").asText();
        if (NOBODY.contains(by)) {
            return by;
        }
        if (request.belongsTo(by)) {
            return own(by, request);
        }
        return onDuty ? by : kind(by, event);
    }

    private static String own(String by, Request request) {
        if (by.equals(request.resident())) {
            return "resident";
        }
        return by.equals(request.reporter()) ? "reporter" : "beneficiary";
    }

    private static String kind(String by, JsonNode event) {
        JsonNode holder = event.path("holder");
        if (by.equals(holder.path("subject").asText())) {
            return holder.path("kind").asText().toLowerCase(Locale.ROOT);
        }
        return event.has("volunteerId") ? "volunteer" : "staff";
    }

    private static Map<String, Object> data(JsonNode event, boolean onDuty) {
        Map<String, Object> data = new LinkedHashMap<>();
        event.properties().forEach(field -> {
            boolean shown = FOR_ALL.contains(field.getKey()) || (onDuty && FOR_THOSE_ON_DUTY.contains(field.getKey()));
            if (shown && !field.getValue().isNull()) {
                data.put(field.getKey(), field.getValue());
            }
        });
        JsonNode kind = event.path("holder").path("kind");
        if (kind.isTextual()) {
            data.put("holder", kind);
        }
        return data;
    }
}
