package org.nuanxin.benchmarks.instances;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.Lag;
import org.nuanxin.benchmarks.stack.RunningStack;

/**
 * Somebody submits five requests a second and looks how soon each is dealt with: from its submission, tried again where it is
 * refused, until it is seen to be searched for. In the middle an instance is killed.
 */
final class Takeover {
    private static final Duration EVERY = Duration.ofMillis(200);
    // those who look must not be what keeps two processors busy
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BEFORE = 25;
    private static final int AFTER = 75;

    private final RunningStack stack;
    private final Api api;

    Takeover(RunningStack stack) {
        this.stack = stack;
        this.api = stack.api();
    }

    /** In seconds: half of those before the kill waited no longer than usual, nobody after it longer than longest. */
    record Waits(double usual, double longest) {}

    Waits of(String instance) throws IOException, InterruptedException {
        new Lag(stack.address("kafka")).awaitNone();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> before = ask(people, BEFORE);
            ProcessHandle process = ProcessHandle.of(stack.pid(instance)).orElseThrow();
            process.destroyForcibly();
            List<Future<Duration>> after = ask(people, AFTER);
            Waits waits =
                    new Waits(seconds(before).get(BEFORE / 2), seconds(after).getLast());
            awaitBack(instance);
            return waits;
        }
    }

    private List<Future<Duration>> ask(ExecutorService people, int many) throws InterruptedException {
        List<Future<Duration>> waits = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            waits.add(people.submit(this::waits));
            Thread.sleep(EVERY);
        }
        return waits;
    }

    private Duration waits() throws InterruptedException {
        long began = System.nanoTime();
        String key = UUID.randomUUID().toString();
        Api.Answer answer = submit(key);
        while (!answer.ok() && !isOver(began)) {
            Thread.sleep(LOOK_AGAIN);
            answer = submit(key);
        }
        String path = "/requests/" + answer.body().path("id").asText();
        while (!isDealtWith(path) && !isOver(began)) Thread.sleep(LOOK_AGAIN);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Api.Answer submit(String key) {
        return api.post(
                "resident-1",
                "/requests",
                Map.of(
                        "serviceType", "haircut-at-home",
                        "placeId", "grid-1-1-01",
                        "contact", Map.of("name", "李梅", "phone", "13800000001")),
                "Idempotency-Key",
                key);
    }

    private boolean isDealtWith(String path) {
        Api.Answer answer = api.get("resident-1", path);
        return answer.ok() && !answer.body().path("status").asText().equals("submitted");
    }

    private static boolean isOver(long began) {
        return System.nanoTime() - began > PATIENCE.toNanos();
    }

    private static List<Double> seconds(List<Future<Duration>> waits) throws InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (Future<Duration> wait : waits) {
            try {
                seconds.add(wait.get().toMillis() / 1000.0);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return seconds.stream().sorted().toList();
    }

    private void awaitBack(String instance) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(stack.address(instance) + "/q/health/ready"))
                .build();
        long began = System.nanoTime();
        while (!isReady(question) && !isOver(began)) Thread.sleep(LOOK_AGAIN);
        Thread.sleep(Duration.ofSeconds(5)); // until its consumers have their share again
    }

    private boolean isReady(HttpRequest question) throws InterruptedException {
        try {
            return api.http()
                            .send(question, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
