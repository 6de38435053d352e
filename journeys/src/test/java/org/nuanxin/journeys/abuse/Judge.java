package org.nuanxin.journeys.abuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Looks at every answer, and keeps what is wrong with it. */
final class Judge {
    enum Fault {
        /** Our fault, or no answer at all. */
        BROKEN("5xx"),
        /** The answer tells how we are made. */
        LEAK("leaks"),
        /** Something was refused, and yet something has changed. */
        HALF_DONE("half-done"),
        /** Somebody got in who may not. */
        LET_IN("let-in"),
        /** Refused without a problem that names field and reason, in the caller's language. */
        UNCLEAR("unclear");

        private final String word;

        Fault(String word) {
            this.word = word;
        }
    }

    private static final Pattern INNARDS = Pattern.compile(
            "(?i)\\bat [\\w.$]+\\([\\w.]+:\\d+\\)|Exception|stack ?trace|Caused by|org\\.nuanxin|java\\.(lang|util|time)"
                    + "|io\\.(quarkus|vertx|smallrye)|jackson|hibernate|resteasy|SQLSTATE|postgres|(relation|constraint) \\\\?\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final int TOLD_OF_EACH = 25;

    private final Map<Fault, List<String>> faults = new EnumMap<>(Fault.class);
    private int calls;

    Judge() {
        for (Fault fault : Fault.values()) faults.put(fault, new ArrayList<>());
    }

    /** Any answer may come, but it has to be a good one. */
    Reply any(String shot, Reply reply, String language) {
        calls++;
        if (reply.status() == 0 || reply.status() >= 500) find(Fault.BROKEN, shot, reply);
        if (reply.status() >= 400) refusal(shot, reply, language);
        return reply;
    }

    /** Only a refusal may come. */
    Reply refused(String shot, Reply reply, String language, List<Integer> expected) {
        if (!expected.contains(reply.status())) find(Fault.LET_IN, shot + ", expected " + expected, reply);
        return any(shot, reply, language);
    }

    /** Whoever asks or heads wrongly is told what is wrong with it, not that there is nothing here. */
    void parameter(String shot, Reply reply, boolean somethingIsNamed) {
        boolean named = StreamSupport.stream(reply.json().path("errors").spliterator(), false)
                .anyMatch(error -> !error.path("field").asText().isBlank());
        if ((reply.status() == 400 && !named) || (reply.status() == 404 && !somethingIsNamed)) {
            find(Fault.UNCLEAR, shot, reply);
        }
    }

    void changed(String what) {
        faults.computeIfAbsent(Fault.HALF_DONE, _ -> new ArrayList<>()).add(what);
    }

    private void refusal(String shot, Reply reply, String language) {
        if (INNARDS.matcher(reply.text()).find()) find(Fault.LEAK, shot, reply);
        JsonNode problem = reply.json();
        String detail = problem.path("detail").asText();
        boolean clear = reply.isProblem()
                && problem.path("status").asInt() == reply.status()
                && !problem.path("title").asText().isBlank()
                && isIn(language, detail)
                && (reply.status() != 400 || namesFields(problem, language));
        if (!clear) find(Fault.UNCLEAR, shot, reply);
    }

    /** A body that is no JSON has no field. */
    private static boolean namesFields(JsonNode problem, String language) {
        JsonNode errors = problem.path("errors");
        boolean named = !errors.isEmpty();
        for (JsonNode error : errors) {
            named &= error.has("field") && isIn(language, error.path("reason").asText());
        }
        return named;
    }

    private static boolean isIn(String language, String text) {
        return !text.isBlank() && CHINESE.matcher(text).find() == language.equals("zh-CN");
    }

    private void find(Fault fault, String shot, Reply reply) {
        String text = reply.text();
        faults.computeIfAbsent(fault, _ -> new ArrayList<>())
                .add(shot + " -> " + reply.status() + " " + text.substring(0, Math.min(text.length(), 300)));
    }

    int calls() {
        return calls;
    }

    boolean isContent() {
        return faults.values().stream().allMatch(List::isEmpty);
    }

    /** What was found, some of each kind. */
    String report() {
        StringBuilder report = new StringBuilder();
        faults.forEach((fault, found) -> found.stream()
                .limit(TOLD_OF_EACH)
                .forEach(one ->
                        report.append(fault.word).append(": ").append(one).append('\n')));
        return report.toString();
    }

    String figures() {
        StringBuilder figures = new StringBuilder("calls " + calls);
        faults.forEach((fault, found) ->
                figures.append(' ').append(fault.word).append(' ').append(found.size()));
        return figures.toString();
    }
}
