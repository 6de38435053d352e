package org.nuanxin.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.nuanxin.stack.start.CannotStart;

/** The services' public paths, called in somebody's name. */
final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String front;
    private final UnaryOperator<String> tokens;

    Api(String front, UnaryOperator<String> tokens) {
        this.front = front;
        this.tokens = tokens;
    }

    JsonNode put(String subject, String path, JsonNode body) {
        return call(request(subject, path)
                .PUT(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** The key makes it safe to load again what an interrupted first start has loaded already. */
    JsonNode post(String subject, String path, String key, JsonNode body) {
        return call(request(subject, path)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String subject, String path) {
        return HttpRequest.newBuilder(URI.create(front + path))
                .timeout(LONGEST_WAIT)
                .header("Authorization", "Bearer " + tokens.apply(subject))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en");
    }

    /** Places and service types reach the other services by Kafka, so what names a new one may be refused for a moment. */
    private JsonNode call(HttpRequest request) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            while (answer.statusCode() >= 300 && System.nanoTime() < end) {
                Thread.sleep(PAUSE);
                answer = client.send(request, BodyHandlers.ofString());
            }
            if (answer.statusCode() >= 300) throw refused(request, answer);
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new CannotStart(
                    "The demo data could not be loaded (%s): see the logs, then start again.".formatted(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private static CannotStart refused(HttpRequest request, HttpResponse<String> answer) {
        return new CannotStart("The demo data could not be loaded: %s %s answered %d %s"
                .formatted(request.method(), request.uri().getPath(), answer.statusCode(), answer.body()));
    }

    @Override
    public void close() {
        client.close();
    }
}
