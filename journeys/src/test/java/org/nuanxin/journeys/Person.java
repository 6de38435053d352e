package org.nuanxin.journeys;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest.BodyPublisher;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Somebody who is signed in. */
class Person {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final String signedIn;
    private final String token;
    private final Map<String, String> headers = new HashMap<>();

    /** A person of the demo. */
    Person(String id) {
        this.signedIn = id;
        headers.put("Accept-Language", "en");
        token = TOKENS.computeIfAbsent(id, Person::issued);
        headers.put("Authorization", "Bearer " + token);
    }

    /** A person of a mini-app, for whom its backend acts. */
    Person(String client, String person) {
        this(client);
        headers.put("On-Behalf-Of", person);
    }

    private static String issued(String id) {
        return Http.get(Stack.running().url("/token?as=" + id))
                .ok()
                .path("access_token")
                .asText();
    }

    String id() {
        String person = headers.get("On-Behalf-Of");
        return person == null ? signedIn : signedIn + ":" + person;
    }

    /** Says to be somebody else, under a signature made for this person. */
    final String forgedToken(String somebodyElse) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace(signedIn, somebodyElse);
        return parts[0] + "." + encoded(claims) + "." + parts[2];
    }

    final String unsignedToken() {
        return encoded("{\"alg\":\"none\"}") + "." + token.split("\\.")[1] + ".";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    final Answer get(String path) {
        return call("GET", path, noBody(), Map.of());
    }

    /** The answer when something has changed, or after a second. */
    final Answer waitsAt(String path) {
        return call("GET", path, noBody(), Map.of("Prefer", "wait=1"));
    }

    final Answer put(String path) {
        return call("PUT", path, noBody(), Map.of());
    }

    final Answer put(String path, Object body) {
        return json("PUT", path, body, Map.of());
    }

    final Answer post(String path, Object body) {
        return json("POST", path, body, Map.of());
    }

    final Answer post(String path, Object body, Map<String, String> more) {
        return json("POST", path, body, more);
    }

    final Answer patch(String path, Object body) {
        return json("PATCH", path, body, Map.of());
    }

    final Answer delete(String path) {
        return call("DELETE", path, noBody(), Map.of());
    }

    private Answer json(String method, String path, Object body, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putIfAbsent("Content-Type", "application/json");
        return call(method, path, Http.json(body), all);
    }

    /** What one instance answers, past the front. */
    final Answer getFrom(String instance, String path) {
        return Http.call("GET", Stack.running().service(instance).resolve(path), noBody(), headers);
    }

    /** What one instance streams, past the front. */
    final Stream<String> streams(String instance, String path, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Accept", "text/event-stream");
        all.putAll(more);
        return Http.lines(Stack.running().service(instance).resolve(path), all);
    }

    final Answer call(String method, String path, BodyPublisher body, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return Http.call(method, Stack.running().url(path), body, all);
    }

    final Answer triesToRate(String request, String solved, int score) {
        return put("/requests/" + request + "/rating", Map.of("solved", solved, "score", score));
    }
}
