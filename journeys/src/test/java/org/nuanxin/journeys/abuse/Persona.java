package org.nuanxin.journeys.abuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.nuanxin.journeys.Stack;

/**
 * Somebody who calls, with what their token says they are.
 *
 * @param token empty: nobody
 * @param actsFor whom a mini-app acts for; empty: itself
 */
record Persona(String name, Set<String> roles, String token, String actsFor) {
    static final Persona NOBODY = new Persona("nobody", Set.of(), "", "");

    /** A person of the demo. */
    static Persona of(String name) {
        Stack stack = Stack.running();
        String token = new Shot("GET", stack.url("/token?as=" + name), Map.of(), new byte[0])
                .fire()
                .json()
                .path("access_token")
                .asText();
        return new Persona(name, groups(token), token, "");
    }

    /** One of each kind, none of whom has anything to do with the first community's matters. */
    static List<Persona> strangers() {
        List<Persona> all = new ArrayList<>(List.of(
                NOBODY,
                of("resident-20"),
                of("volunteer-60"),
                of("building-leader-1"),
                of("grid-worker-29"),
                of("supervisor-2"),
                of("administrator-1"),
                of("mini-app-1")));
        all.add(new Persona(
                "mini-app-1:stranger",
                Set.of("resident", "volunteer"),
                all.getLast().token(),
                "stranger"));
        return all;
    }

    boolean signedIn() {
        return !token.isEmpty();
    }

    boolean has(Set<String> any) {
        return any.stream().anyMatch(roles::contains);
    }

    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (signedIn()) headers.put("Authorization", "Bearer " + token);
        if (!actsFor.isEmpty()) headers.put("On-Behalf-Of", actsFor);
        return headers;
    }

    private static Set<String> groups(String token) {
        return StreamSupport.stream(Jwt.claims(token).path("groups").spliterator(), false)
                .map(group -> group.asText())
                .collect(Collectors.toSet());
    }
}
