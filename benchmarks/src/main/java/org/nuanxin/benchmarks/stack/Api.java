package org.nuanxin.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The public API as a person's app calls it. */
public final class Api {
    /** The status of a call that got no answer: whether it took effect is unknown, so it is made again. */
    public static final int NO_ANSWER = 599;

    /** What came back; the body is a missing node where there was none. */
    public record Answer(int status, JsonNode body) {
        public boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** @param base such as {@code http://localhost:8080} */
    public Api(String base) {
        this.base = base;
    }

    public Answer get(String person, String path, String... headers) {
        return send(request(person, path, headers).GET().build());
    }

    public Answer put(String person, String path, Object body, String... headers) {
        return withBody("PUT", person, path, body, headers);
    }

    public Answer patch(String person, String path, Object body, String... headers) {
        return withBody("PATCH", person, path, body, headers);
    }

    public Answer post(String person, String path, Object body, String... headers) {
        return withBody("POST", person, path, body, headers);
    }

    private Answer withBody(String method, String person, String path, Object body, String... headers) {
        return send(request(person, path, headers)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json(body)))
                .build());
    }

    /** A person's bearer token from the local issuer; kept, since it outlives any measurement. */
    public String token(String person) {
        return tokens.computeIfAbsent(
                person,
                as -> send(HttpRequest.newBuilder(URI.create(base + "/token?as=" + as))
                                .timeout(PATIENCE)
                                .build())
                        .body()
                        .path("access_token")
                        .asText());
    }

    /** A request as this person, for those who stream the answer themselves. */
    public HttpRequest.Builder request(String person, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(person))
                .header("Accept-Language", "en");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    public HttpClient http() {
        return http;
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), tree(response.body()));
        } catch (IOException e) {
            return new Answer(NO_ANSWER, MissingNode.getInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(@Nullable String body) throws IOException {
        return body == null || body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
