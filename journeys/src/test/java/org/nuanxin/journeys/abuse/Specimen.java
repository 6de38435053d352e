package org.nuanxin.journeys.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Something that fits a schema, with every member there is, so that each can be spoilt in turn. */
final class Specimen {
    static final String NOBODYS_ID = "0190b4de-0000-7000-8000-000000000001";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** What a schema cannot say: values that mean something here, by the name of the member. */
    private static final Map<String, JsonNode> SENSIBLE = Map.ofEntries(
            Map.entry("serviceType", NODES.textNode("lock-opening")),
            Map.entry("placeId", NODES.textNode("grid-1-1-02")),
            Map.entry("parentId", NODES.textNode("community-1")),
            Map.entry("phone", NODES.textNode("13900000001")),
            Map.entry("lat", NODES.numberNode(30.744)),
            Map.entry("lon", NODES.numberNode(121.3366)),
            Map.entry("skills", NODES.arrayNode().add("locksmith")),
            Map.entry("serves", NODES.arrayNode().add("grid-1-1-02")),
            Map.entry("languages", NODES.arrayNode().add("zh")),
            Map.entry("consent", NODES.booleanNode(true)),
            Map.entry("answers", NODES.objectNode()),
            Map.entry("photoIds", NODES.arrayNode()),
            Map.entry("channel", NODES.textNode("app")),
            Map.entry("language", NODES.textNode("zh")),
            Map.entry("zone", NODES.textNode("Asia/Shanghai")),
            Map.entry("url", NODES.textNode("http://localhost:9/hook")),
            Map.entry("reopen", NODES.booleanNode(false)),
            Map.entry("by", NODES.textNode("PT1H")));

    private Specimen() {}

    static JsonNode of(JsonNode schema, String name) {
        JsonNode sensible = SENSIBLE.get(name);
        if (sensible != null) return sensible;
        if (schema.has("enum")) return schema.path("enum").get(0);
        return switch (type(schema)) {
            case "integer", "number" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> NODES.booleanNode(true);
            case "array" -> NODES.arrayNode().add(of(schema.path("items"), ""));
            case "string" -> NODES.textNode(text(schema, name));
            default -> object(schema);
        };
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties")
                .properties()
                .forEach(member -> object.set(member.getKey(), of(member.getValue(), member.getKey())));
        return object;
    }

    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText("object");
    }

    private static String text(JsonNode schema, String name) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> NOBODYS_ID;
            case "date-time" -> tomorrow(name.equals("to") ? 2 : 1).toString();
            case "local-time" -> "22:00:00";
            case "duration" -> "PT1H";
            default -> "ab";
        };
    }

    private static Instant tomorrow(int hours) {
        return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(24 + hours, ChronoUnit.HOURS);
    }

    /** Where something stands in a specimen that can be spoilt: JSON pointers, the whole first. */
    static List<String> places(JsonNode specimen) {
        List<String> places = new ArrayList<>();
        collect(specimen, "", places);
        return places;
    }

    private static void collect(JsonNode node, String at, List<String> places) {
        places.add(at);
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> collect(
                            member.getValue(),
                            at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                            places));
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            collect(array.get(0), at + "/0", places);
        }
    }
}
