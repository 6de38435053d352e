package org.nuanxin.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.nuanxin.stack.start.Together;

/** Tells the services of the demo's street as its people would: everything goes through the public paths. */
public final class DemoLoader {
    private static final String ADMINISTRATOR = "administrator-1";
    private static final int AT_A_TIME = 8;
    private static final JsonNode VERIFIED = flag("verified");
    private static final JsonNode ON_DUTY = flag("onDuty");

    private final String front;
    private final UnaryOperator<String> tokens;

    /**
     * @param front the one host of all paths
     * @param tokens an access token for a person's id
     */
    public DemoLoader(String front, UnaryOperator<String> tokens) {
        this.front = front;
        this.tokens = tokens;
    }

    public void load() {
        try (Api api = new Api(front, tokens)) {
            levels().forEach(level -> each(level, place -> put(api, "/places/", place, "id")));
            each(DemoData.rows("service-types"), type -> put(api, "/service-types/", type, "code"));
            each(DemoData.rows("staff"), person -> put(api, "/staff/", person, "subject"));
            each(
                    DemoData.rows("residents"),
                    resident -> api.put(taken(resident, "subject"), "/residents/me", resident));
            each(DemoData.rows("volunteers"), volunteer -> register(api, volunteer));
        }
    }

    /** A place can only be defined below one that is there. */
    private static Iterable<List<ObjectNode>> levels() {
        Map<String, List<ObjectNode>> byLevel = DemoData.rows("places").stream()
                .collect(Collectors.groupingBy(
                        place -> place.get("level").asText(), LinkedHashMap::new, Collectors.toList()));
        return byLevel.values();
    }

    private static void put(Api api, String collection, ObjectNode row, String key) {
        String id = taken(row, key);
        api.put(ADMINISTRATOR, collection + id, row);
    }

    private static void register(Api api, ObjectNode volunteer) {
        String subject = taken(volunteer, "subject");
        JsonNode registered = api.post(subject, "/volunteers", "demo-" + subject, volunteer);
        String path = "/volunteers/" + registered.get("id").asText();
        String supervisor = supervisorOf(volunteer.get("placeId").asText());
        api.put(supervisor, path + "/verification", VERIFIED);
        for (JsonNode skill : volunteer.get("skills")) {
            api.put(supervisor, path + "/credentials/" + skill.asText(), VERIFIED);
        }
        api.put(subject, "/volunteers/me/duty", ON_DUTY);
    }

    private static String supervisorOf(String grid) {
        return grid.startsWith("grid-1-") ? "supervisor-1" : "supervisor-2";
    }

    private static void each(List<ObjectNode> rows, Consumer<ObjectNode> load) {
        Together.run(
                AT_A_TIME,
                rows.stream().map(row -> (Together.Work) () -> load.accept(row)).toList());
    }

    private static String taken(ObjectNode row, String key) {
        return row.remove(key).asText();
    }

    private static JsonNode flag(String name) {
        return JsonNodeFactory.instance.objectNode().put(name, true);
    }
}
