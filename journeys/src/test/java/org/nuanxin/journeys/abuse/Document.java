package org.nuanxin.journeys.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The OpenAPI document of a running service. An operation that is not in it does not exist. */
final class Document {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    /** Schemas may contain themselves. */
    private static final int DEEPEST = 20;

    private final String service;
    private final URI at;
    private final JsonNode root;

    private Document(String service, URI at, JsonNode root) {
        this.service = service;
        this.at = at;
        this.root = root;
    }

    /** @param at where the service itself listens */
    static Document of(String service, URI at) {
        Reply reply = new Shot("GET", at.resolve("/q/openapi?format=json"), Map.of(), new byte[0]).fire();
        return new Document(service, at, reply.json());
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> operations.add(operation(
                                path.getKey(),
                                method.getKey(),
                                method.getValue(),
                                path.getValue().path("parameters")))));
        return operations;
    }

    private Operation operation(String path, String method, JsonNode described, JsonNode shared) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        List.of(shared, described.path("parameters"))
                .forEach(some -> some.forEach(one -> parameters.add(new Operation.Parameter(
                        one.path("name").asText(), one.path("in").asText(), inlined(one.path("schema"), 0)))));
        JsonNode body = described.at("/requestBody/content/application~1json/schema");
        return new Operation(
                service,
                at,
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                body.isMissingNode() ? body : inlined(body, 0),
                !described.has("security"),
                roles(described.path("security").path(0)));
    }

    private static Set<String> roles(JsonNode security) {
        Set<String> roles = new HashSet<>();
        security.forEach(scheme -> scheme.forEach(role -> roles.add(role.asText())));
        return roles;
    }

    private JsonNode inlined(JsonNode schema, int depth) {
        if (depth > DEEPEST) return schema;
        if (schema.has("$ref")) {
            return inlined(root.at(schema.path("$ref").asText().substring(1)), depth + 1);
        }
        for (String choice : List.of("allOf", "anyOf", "oneOf")) {
            if (schema.has(choice)) return inlined(something(schema.path(choice)), depth + 1);
        }
        JsonNode copy = schema.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(inlined(member.getValue(), depth + 1)));
        } else if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) array.set(i, inlined(array.get(i), depth + 1));
        }
        return copy;
    }

    /** Of several forms the first that is not just "or nothing". */
    private static JsonNode something(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .filter(choice -> !choice.path("type").asText().equals("null"))
                .findFirst()
                .orElseThrow();
    }

    static ObjectMapper json() {
        return Reply.JSON;
    }
}
