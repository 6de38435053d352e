package org.nuanxin.benchmarks.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.report.Times;
import org.nuanxin.benchmarks.stack.Api;

/** What became of the day, read back through the public API. */
final class Report {
    private final Api api;
    private final Settings settings;
    private final Times answered = new Times();
    private final Times arrived = new Times();
    private final Times closed = new Times();

    Report(Api api, Settings settings) {
        this.api = api;
        this.settings = settings;
    }

    /** Prints everything; returns how many requests were lost or are not closed. */
    int print(Resident residents, int alerts) {
        List<Resident.Submitted> accepted = residents.submitted().stream()
                .filter(submitted -> !submitted.id().isEmpty())
                .toList();
        accepted.forEach(this::time);
        System.out.println(
                "rates " + api.get("administrator-1", "/rates?place=street-1").body());
        System.out.printf("%-22s %8s %8s %8s%n", "in minutes of life", "p50", "p90", "p99");
        System.out.printf("%-22s %s%n", "answered", answered.inMinutes(settings.speed()));
        System.out.printf("%-22s %s%n", "helper arrived", arrived.inMinutes(settings.speed()));
        System.out.printf("%-22s %s%n", "closed", closed.inMinutes(settings.speed()));
        System.out.println(Machine.now());
        residents.submitted().stream()
                .filter(submitted -> submitted.id().isEmpty())
                .forEach(submitted -> System.out.println("not accepted: " + submitted.answer()));
        List<Resident.Submitted> open = accepted.stream()
                .filter(submitted -> !residents.statusOf(submitted.id()).equals("closed"))
                .toList();
        open.forEach(submitted ->
                System.out.println("not closed: " + submitted.id() + " " + residents.statusOf(submitted.id())));
        System.out.printf(
                "replay %s: submitted %d accepted %d closed %d lost %d alerts %d%n",
                settings.day(),
                residents.submitted().size(),
                accepted.size(),
                accepted.size() - open.size(),
                residents.submitted().size() - accepted.size() + open.size(),
                alerts);
        return residents.submitted().size() - accepted.size() + open.size();
    }

    private void time(Resident.Submitted submitted) {
        Map<String, Instant> first = new HashMap<>();
        JsonNode timeline = api.get(submitted.resident(), "/requests/" + submitted.id() + "/timeline?limit=500")
                .body();
        for (JsonNode entry : Checks.items(timeline)) {
            first.putIfAbsent(
                    entry.path("type").asText(), Instant.parse(entry.path("at").asText()));
        }
        Instant began = first.get("RequestSubmitted");
        if (began != null) {
            took(answered, began, first.get("RequestAssigned"));
            took(arrived, began, first.get("HelperArrived"));
            took(closed, began, first.get("RequestClosed"));
        }
    }

    private static void took(Times times, Instant began, @Nullable Instant at) {
        if (at != null) {
            times.record(Duration.between(began, at));
        }
    }
}
