package org.nuanxin.benchmarks.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nuanxin.benchmarks.stack.Api;

/** What must be ticked for each request, from the catalogue. */
final class Checks {
    private final Map<String, List<String>> byType = new ConcurrentHashMap<>();
    private final Map<String, String> typeOf = new ConcurrentHashMap<>();

    Checks(Api api) {
        for (JsonNode type : items(api.get("resident-1", "/service-types").body())) {
            List<String> codes = new ArrayList<>();
            type.path("checks").forEach(check -> codes.add(check.path("code").asText()));
            byType.put(type.path("code").asText(), codes);
        }
    }

    void submitted(String request, String serviceType) {
        typeOf.put(request, serviceType);
    }

    List<String> of(String request) {
        return byType.getOrDefault(typeOf.getOrDefault(request, ""), List.of());
    }

    /** A list, whether it comes bare or as a page's {@code items}. */
    static JsonNode items(JsonNode body) {
        return body.isArray() ? body : body.path("items");
    }
}
