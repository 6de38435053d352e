package org.nuanxin.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.Limits;

/**
 * Simulated people of a mini-app who bring every request to its end: helpers who take what is offered, set off, arrive and
 * finish at once, and residents who rate as soon as they may.
 */
final class Neighbourhood implements AutoCloseable {
    static final String CLIENT = "mini-app-1";
    static final String SERVICE_TYPE = "load-errand";

    private static final String SKILL = "load-skill";
    private static final int HELPERS = 8;
    private static final int CAPACITY = 50;
    private static final List<String> TAKEABLE = List.of("open", "lapsed");
    private static final List<String> OVER = List.of("closed", "withdrawn", "referred", "declined");

    private final Api api;
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong closed = new AtomicLong();

    Neighbourhood(Api api) {
        this.api = api;
    }

    void move() throws InterruptedException {
        offerErrands();
        for (int number = 1; number <= HELPERS; number++) {
            String helper = "load-helper-" + number;
            join(helper);
            lives(() -> help(helper));
        }
    }

    /** Only somebody who is asked for help and never answers. */
    String oneWhoListens() throws InterruptedException {
        offerErrands();
        join("load-listener");
        return "load-listener";
    }

    private void offerErrands() throws InterruptedException {
        api.put("administrator-1", "/service-types/" + SERVICE_TYPE, errand());
        Limits.lift(api, "default-ordinary", "community-1:" + SERVICE_TYPE + ":ordinary");
    }

    /** Whoever is in the middle of a call when all is over is interrupted, and has nothing to tell. */
    private void lives(Runnable life) {
        people.execute(() -> {
            try {
                life.run();
            } catch (IllegalStateException interrupted) {
                if (!over.get()) throw interrupted;
            }
        });
    }

    /** Watches over a request that has been accepted, until it is closed. */
    void follow(String resident, String request) {
        lives(() -> {
            if (awaited(resident, request, List.of("completed"))) {
                again(() -> api.put(
                        CLIENT,
                        "/requests/" + request + "/rating",
                        Map.of("solved", "yes", "score", 5),
                        "On-Behalf-Of",
                        resident));
                if (awaited(resident, request, OVER)) closed.incrementAndGet();
            }
        });
    }

    /** Requests that have come to their end. */
    long closed() {
        return closed.get();
    }

    private void join(String helper) {
        Api.Answer applied = api.post(CLIENT, "/volunteers", application(), "On-Behalf-Of", helper);
        String id = applied.body().path("id").asText();
        if (!applied.ok()) throw new IllegalStateException(helper + " could not join: " + applied);
        api.put("supervisor-1", "/volunteers/" + id + "/verification", Map.of("verified", true));
        api.put("supervisor-1", "/volunteers/" + id + "/credentials/" + SKILL, Map.of("verified", true));
        api.patch(CLIENT, "/volunteers/me", Map.of("capacity", CAPACITY), "On-Behalf-Of", helper);
        api.put(CLIENT, "/volunteers/me/duty", Map.of("onDuty", true), "On-Behalf-Of", helper);
    }

    private void help(String helper) {
        while (!over.get()) {
            Api.Answer offers =
                    api.get(CLIENT, "/volunteers/me/offers?limit=50", "On-Behalf-Of", helper, "Prefer", "wait=5");
            if (!offers.ok()) pause();
            for (JsonNode offer : offers.body()) {
                if (TAKEABLE.contains(offer.path("status").asText())) take(helper, offer);
            }
        }
    }

    private void take(String helper, JsonNode offer) {
        String request = offer.path("requestId").asText();
        Api.Answer taken = api.put(
                CLIENT, "/offers/" + offer.path("id").asText() + "/acceptance", Map.of(), "On-Behalf-Of", helper);
        if (taken.status() != 200) return; // somebody else was faster
        for (String step : List.of("start", "arrival", "completion")) {
            again(() -> api.put(
                    CLIENT,
                    "/assignments/" + request + "/" + step,
                    Map.of("note", "done", "checks", List.of()),
                    "On-Behalf-Of",
                    helper));
        }
    }

    private boolean awaited(String resident, String request, List<String> statuses) {
        while (!over.get()) {
            Api.Answer seen = api.get(CLIENT, "/requests/" + request, "On-Behalf-Of", resident, "Prefer", "wait=10");
            if (!seen.ok()) pause();
            String status = seen.body().path("status").asText();
            if (statuses.contains(status)) return true;
            if (OVER.contains(status)) return false;
        }
        return false;
    }

    /** Until it is done, or refused for good: what has just been said elsewhere may not be known yet. */
    private void again(Supplier<Api.Answer> call) {
        for (int tries = 0; tries < 100 && !over.get(); tries++) {
            Api.Answer answer = call.get();
            if (answer.ok() || (answer.status() < 500 && answer.status() != 409 && answer.status() != 429)) return;
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> errand() {
        return Map.of(
                "name",
                Map.of("zh", "跑腿", "en", "Errand"),
                "handledBy",
                "VOLUNTEERS",
                "skill",
                SKILL,
                "urgency",
                "ORDINARY",
                "visibility",
                "PERSONAL",
                "questions",
                List.of(),
                "checks",
                List.of(),
                "fee",
                Map.of("zh", "免费", "en", "free of charge"));
    }

    private static Map<String, Object> application() {
        return Map.of(
                "displayName",
                "马小跑",
                "phone",
                "13800009999",
                "skills",
                List.of(SKILL),
                "placeId",
                "grid-1-1-01",
                "serves",
                List.of("community-1"),
                "radiusMetres",
                2000,
                "travelMode",
                "EBIKE",
                "languages",
                List.of("zh-CN"),
                "capacity",
                1,
                "position",
                Map.of("lat", 30.744, "lon", 121.337));
    }

    @Override
    public void close() {
        over.set(true);
        people.shutdownNow();
    }
}
