package org.nuanxin.journeys.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * One operation of a service, as its OpenAPI document describes it.
 *
 * @param body the schema of what is sent; a missing node where nothing is
 * @param open nobody has to sign in
 * @param roles who may call it; empty: whoever is signed in
 */
record Operation(
        String service,
        URI at,
        String method,
        String path,
        List<Parameter> parameters,
        JsonNode body,
        boolean open,
        Set<String> roles) {

    /** @param in path, query or header */
    record Parameter(String name, String in, JsonNode schema) {}

    boolean lets(Persona persona) {
        return open || (persona.signedIn() && (roles.isEmpty() || persona.has(roles)));
    }

    List<Parameter> in(String where) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(where))
                .toList();
    }

    boolean takesBody() {
        return !body.isMissingNode();
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** As the tables of exceptions name it. */
    String name() {
        return method + " " + path;
    }

    @Override
    public String toString() {
        return service + " " + name();
    }
}
