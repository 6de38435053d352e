package org.nuanxin.journeys.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody who is signed in, and whose every call goes into the history. */
final class Person {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static final Set<String> NOT_YET =
            Set.of("NotYetKnown", "NotCompletedYet", "StoreAway", "TooManyRequests", "Busy");

    private final Rig rig;
    private final History history;
    private final Map<String, String> headers = new HashMap<>();

    Person(Rig rig, History history, String id) {
        this.rig = rig;
        this.history = history;
        String token = TOKENS.computeIfAbsent(rig.url("") + id, fresh -> token(rig, id));
        headers.put("Authorization", "Bearer " + token);
        headers.put("Accept-Language", "en");
    }

    private static String token(Rig rig, String id) {
        return Wait.until(
                        "a token",
                        () -> Optional.of(Calls.call("GET", rig.url("/token?as=" + id), "", Map.of()))
                                .filter(Calls.Answer::yes))
                .orElseThrow()
                .body()
                .path("access_token")
                .asText();
    }

    /** A person of a mini-app, for whom its backend acts. */
    Person actingFor(String person) {
        Person other = new Person(rig, history, "mini-app-1");
        other.headers.put("On-Behalf-Of", person);
        return other;
    }

    /** Until there is a word, whatever it says: what came to no answer, or to "not now", is asked again with the same key. */
    Calls.Answer word(String method, String path, Object body, Map<String, String> more) {
        return Wait.until(
                        method + " " + path,
                        () -> once(method, path, body, more).filter(Person::isWord))
                .orElseThrow();
    }

    Calls.Answer put(String path, Object body) {
        return word("PUT", path, body, Map.of());
    }

    JsonNode ok(String method, String path, Object body) {
        Calls.Answer answer = word(method, path, body, Map.of());
        if (!answer.yes()) throw new IllegalStateException(method + " " + path + " -> " + answer);
        return answer.body();
    }

    /** What is there to see, if anything. */
    Optional<JsonNode> sees(String path) {
        return once("GET", path, "", Map.of()).filter(Calls.Answer::yes).map(Calls.Answer::body);
    }

    /** Empty where no answer came. */
    Optional<Calls.Answer> once(String method, String path, Object body, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        try {
            Calls.Answer answer = Calls.call(method, rig.url(path), body, all);
            history.answered(method + " " + path, answer);
            return Optional.of(answer);
        } catch (UncheckedIOException none) {
            history.unknown();
            return Optional.empty();
        }
    }

    private static boolean isWord(Calls.Answer answer) {
        return answer.status() < 500
                && answer.status() != 401 // whose clock is wrong believes nobody
                && answer.status() != 429
                && answer.status() != 202
                && !NOT_YET.contains(answer.body().path("title").asText());
    }
}
