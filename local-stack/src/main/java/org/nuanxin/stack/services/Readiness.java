package org.nuanxin.stack.services;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.nuanxin.stack.start.CannotStart;

/** Asks a starting service again and again whether it is ready. */
final class Readiness {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int DEATHS_UNTIL_HOPELESS = 3;

    private final int port;
    private final IntSupplier deaths;

    Readiness(int port, IntSupplier deaths) {
        this.port = port;
        this.deaths = deaths;
    }

    void await(String service, Path log) {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ready(client)) {
                if (deaths.getAsInt() >= DEATHS_UNTIL_HOPELESS || System.nanoTime() > end) {
                    throw new CannotStart(
                            "The %s service does not start: its last words are in %s.".formatted(service, log));
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        URI uri = URI.create("http://localhost:%d/q/health/ready".formatted(port));
        try {
            return client.send(
                                    HttpRequest.newBuilder(uri)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
