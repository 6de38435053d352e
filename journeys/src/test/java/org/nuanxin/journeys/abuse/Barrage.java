package org.nuanxin.journeys.abuse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Everything that is fired at one operation. */
final class Barrage {
    private static final List<String> WORDS = List.of(
            "",
            "x",
            "-1",
            "0",
            "1.5",
            "2147483648",
            "99999999999999999999",
            "1e400",
            "NaN",
            "null",
            "wait=99999999999999999999",
            "wait=-1",
            "W/\"x\"",
            "\"1\"",
            "\"99999999999999999999\"",
            "2026-02-30T00:00:00Z",
            "+294277-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "9999-99-99",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "'; drop table request; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "a,b;c|d&e=f",
            "%",
            "a=1,".repeat(1_500) + "!",
            "x".repeat(3_000));

    /** What no header can carry, and a path and a query can. */
    private static final List<String> WIDE_WORDS =
            List.of("\u0000", "a\u0000b", "中文", "\u202eevil", "\ud83d\ude00", "a\r\nX-Injected: 1", "a/b", " ");

    private static final int LARGEST = 2 << 20;
    private static final List<String> BROKEN_CODES = List.of("%FF", "%ED%A0%80", "%C0%80");

    private final Judge judge;
    private final Things nobodys = Things.ofNobody();
    private final Random sample;
    private final double share;
    private int fired;
    private int takenIn;

    /** @param share of the shots that are fired, chosen by the seed; 1: all */
    Barrage(Judge judge, long seed, double share) {
        this.judge = judge;
        this.sample = new Random(seed);
        this.share = share;
    }

    /** Everybody at somebody else's things. */
    void strangers(Operation operation, List<Persona> strangers, Things others) {
        for (Persona stranger : strangers) {
            if (operation.lets(stranger) && !mustBeRefused(operation, stranger)) continue;
            List<Integer> expected =
                    !stranger.signedIn() ? List.of(401) : operation.lets(stranger) ? List.of(403, 404) : List.of(403);
            Shot shot = shot(operation, stranger, others.path(operation));
            String name = stranger.name() + " at somebody else's: " + operation;
            judge.refused(name, shot.fire(), language(shot), expected);
        }
    }

    private static boolean mustBeRefused(Operation operation, Persona stranger) {
        return operation.path().contains("{") && !Rights.has(stranger, operation);
    }

    void forged(Operation operation, Map<String, String> tokens) {
        if (operation.open()) return;
        tokens.forEach((what, token) -> {
            if (sample.nextDouble() >= Math.sqrt(share)) return; // a small part still has some for each operation
            Shot shot =
                    shot(operation, Persona.NOBODY, nobodys.path(operation)).with("Authorization", "Bearer " + token);
            judge.refused("token with " + what + ": " + operation, shot.fire(), language(shot), List.of(401));
        });
    }

    /**
     * Whoever may call it sends nonsense.
     *
     * @return how much of it was taken in after all
     */
    int nonsense(Operation operation, Persona caller) {
        takenIn = 0;
        for (Operation.Parameter parameter : operation.parameters()) {
            WORDS.forEach(word -> at(operation, caller, parameter, word));
            if (!parameter.in().equals("header")) WIDE_WORDS.forEach(word -> at(operation, caller, parameter, word));
            if (parameter.in().equals("query")) {
                BROKEN_CODES.forEach(code -> fire(
                        shot(operation, caller, nobodys.path(operation) + "?" + parameter.name() + "=" + code),
                        operation,
                        parameter.name() + "=" + code));
            }
        }
        headers(operation, caller);
        if (operation.takesBody()) bodies(operation, caller);
        return takenIn;
    }

    private void at(Operation operation, Persona caller, Operation.Parameter parameter, String word) {
        String path = nobodys.path(operation);
        String encoded = URLEncoder.encode(word, UTF_8);
        Shot shot = switch (parameter.in()) {
            case "query" -> shot(operation, caller, path + "?" + parameter.name() + "=" + encoded);
            case "header" -> shot(operation, caller, path).with(parameter.name(), word);
            default -> shot(operation, caller, nobodys.path(operation, parameter.name(), word));
        };
        String what = parameter.name() + " = " + word.substring(0, Math.min(40, word.length()));
        fire(shot, operation, what)
                .filter(_ -> !parameter.in().equals("path"))
                .ifPresent(reply ->
                        judge.parameter(operation + " with " + what, reply, namesSomething(operation, parameter)));
    }

    /** Something that may not be there: by its path, or as the place that is asked about. */
    private static boolean namesSomething(Operation operation, Operation.Parameter parameter) {
        return operation.path().contains("{") || parameter.name().equals("place");
    }

    private void headers(Operation operation, Persona caller) {
        Shot fine = shot(operation, caller, nobodys.path(operation));
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "nonsense",
                "application/json;charset=utf-32",
                "multipart/form-data")) {
            fire(fine.with("Content-Type", type), operation, "content type " + type);
        }
        for (String type : List.of("text/html", "image/png", "nonsense", "*/*;q=0")) {
            fire(fine.with("Accept", type), operation, "accepts " + type);
        }
        for (String language : List.of("xx-junk;q=9,,;", "*".repeat(2_000), "zh".repeat(500))) {
            fire(fine.with("Accept-Language", language), operation, "speaks junk");
        }
        for (int kilobytes : List.of(7, 20, 100)) {
            fire(fine.with("X-Huge", "x".repeat(kilobytes << 10)), operation, "a header of " + kilobytes + " KB");
        }
        fire(fine.with("On-Behalf-Of", "../x y"), operation, "on behalf of nonsense");
        fire(new Shot("BREW", fine.uri(), fine.headers(), new byte[0]), operation, "brewed");
    }

    private void bodies(Operation operation, Persona caller) {
        Shot fine = shot(operation, caller, nobodys.path(operation));
        JsonNode specimen = Specimen.of(operation.body(), "");
        Poison.broken(specimen).forEach(body -> fire(fine.sending(body.body()), operation, body.what()));
        for (String place : Specimen.places(specimen)) {
            Poison.spoilt(specimen, place).forEach(body -> fire(fine.sending(body.body()), operation, body.what()));
            Poison.large(specimen, place).forEach(body -> fire(fine.sending(body.body()), operation, body.what()));
        }
        if (operation.path().equals("/webhooks") && !operation.reads()) inwards(operation, fine);
    }

    /** Addresses by which we would call ourselves, or our neighbours. */
    private void inwards(Operation operation, Shot fine) {
        for (String address : Inwards.ADDRESSES) {
            Shot shot = fine.sending(Inwards.body(address).getBytes(UTF_8));
            judge.refused("webhook to " + address + ": " + operation, shot.fire(), language(shot), List.of(400));
        }
    }

    /** The answer, where it was fired and answered. */
    private Optional<Reply> fire(Shot shot, Operation operation, String what) {
        fired++;
        if (sample.nextDouble() >= share) return Optional.empty();
        Reply reply = shot.fire();
        if (reply.status() == 0 && shot.body().length > LARGEST) {
            return Optional.empty(); // the door closed before all of it had come
        }
        judge.any(operation + " with " + what, reply, language(shot));
        if (reply.ok()) {
            takenIn++;
            undo(operation, shot, reply);
        }
        return Optional.of(reply);
    }

    /** What was taken in after all must not keep anybody busy. */
    private static void undo(Operation operation, Shot shot, Reply reply) {
        String id = reply.json().path("id").asText();
        if (operation.name().equals("POST /requests")) {
            new Shot("PUT", shot.uri().resolve("/requests/" + id + "/withdrawal"), shot.headers(), new byte[0]).fire();
        } else if (operation.name().equals("POST /webhooks")) {
            new Shot("DELETE", shot.uri().resolve("/webhooks/" + id), shot.headers(), new byte[0]).fire();
        }
    }

    private Shot shot(Operation operation, Persona caller, String path) {
        Shot shot = new Shot(operation.method(), operation.at().resolve(path), caller.headers(), new byte[0])
                .with("Accept-Language", fired % 2 == 0 ? "en" : "zh-CN");
        if (operation.method().equals("POST")) {
            shot = shot.with("Idempotency-Key", new UUID(sample.nextLong(), sample.nextLong()).toString());
        }
        return operation.takesBody()
                ? shot.with("Content-Type", "application/json")
                        .sending(Specimen.of(operation.body(), "").toString().getBytes(UTF_8))
                : shot;
    }

    private static String language(Shot shot) {
        return "en".equals(shot.headers().get("Accept-Language")) ? "en" : "zh-CN";
    }
}
