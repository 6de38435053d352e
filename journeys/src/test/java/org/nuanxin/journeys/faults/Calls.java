package org.nuanxin.journeys.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** HTTP and JSON, as an impatient app speaks them. */
final class Calls {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** What was said, and by which status. */
    record Answer(int status, String text) {
        boolean yes() {
            return status >= 200 && status < 300;
        }

        JsonNode body() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }
    }

    private Calls() {}

    /** Throws UncheckedIOException where no answer came: nobody knows then whether the call was carried out. */
    static Answer call(String method, URI url, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        try {
            boolean empty = body.equals("");
            if (!empty) request.setHeader("Content-Type", "application/json");
            request.method(
                    method, empty ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    static int status(URI url) {
        return call("GET", url, "", Map.of()).status();
    }
}
