package org.nuanxin.stack.container;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.nuanxin.stack.start.CannotStart;

/** Tokens of people as any script gets them. */
final class SignedIn implements UnaryOperator<String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final String url;

    SignedIn(String url) {
        this.url = url;
    }

    @Override
    public String apply(String person) {
        return tokens.computeIfAbsent(person, this::ask);
    }

    private String ask(String person) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(url + "/token?as=" + person))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200)
                throw new CannotStart("No token for %s: %s".formatted(person, answer.body()));
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new CannotStart("The front at %s does not answer (%s): start it first.".formatted(url, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The loading was interrupted.", e);
        }
    }
}
