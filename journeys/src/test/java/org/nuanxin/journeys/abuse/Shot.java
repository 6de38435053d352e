package org.nuanxin.journeys.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Something sent to a service, byte for byte. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shot(String method, URI uri, Map<String, String> headers, byte[] body) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int ENOUGH_OF_AN_ANSWER = 1 << 20;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    Shot with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Shot(method, uri, all, body);
    }

    Shot without(String header) {
        Map<String, String> all = new HashMap<>(headers);
        all.remove(header);
        return new Shot(method, uri, all, body);
    }

    Shot to(String pathAndQuery) {
        return new Shot(method, uri.resolve(pathAndQuery), headers, body);
    }

    Shot sending(byte[] other) {
        return new Shot(method, uri, headers, other);
    }

    /** The answer; status 0: the connection was closed on us, twice, since a kept one may have been about to end anyway. */
    Reply fire() {
        Reply reply = once();
        return reply.status() == 0 ? once() : reply;
    }

    private Reply once() {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(LONGEST)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<InputStream> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream text = answer.body()) {
                return new Reply(answer.statusCode(), answer.headers(), read(answer, text));
            }
        } catch (IOException e) {
            return Reply.none(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A live stream never ends: that it began is all there is to know. */
    private static byte[] read(HttpResponse<?> answer, InputStream text) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try {
            return type.startsWith("text/event-stream") ? new byte[0] : text.readNBytes(ENOUGH_OF_AN_ANSWER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
