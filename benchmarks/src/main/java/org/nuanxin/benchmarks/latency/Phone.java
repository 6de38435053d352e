package org.nuanxin.benchmarks.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nuanxin.benchmarks.stack.Api;

/** A volunteer's app that listens to its live stream and remembers when it first heard of each request. */
final class Phone {
    private static final Pattern REQUEST = Pattern.compile("\"requestId\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final Map<String, CompletableFuture<Long>> heard = new ConcurrentHashMap<>();

    void listen(Api api, String volunteer) throws IOException, InterruptedException {
        HttpResponse<InputStream> stream = api.http()
                .send(
                        api.request(volunteer, "/volunteers/me/live", "Accept", "text/event-stream")
                                .timeout(Duration.ofHours(1))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        if (stream.statusCode() != 200) {
            throw new IOException("the live stream was answered " + stream.statusCode());
        }
        Thread.ofPlatform().daemon().start(() -> read(stream.body()));
    }

    /** When any phone first heard of the request, by this machine's monotonic clock. */
    CompletableFuture<Long> heardOf(String requestId) {
        return heard.computeIfAbsent(requestId, id -> new CompletableFuture<>());
    }

    private void read(InputStream stream) {
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> {
                    Matcher request = REQUEST.matcher(line);
                    if (request.find()) {
                        heardOf(request.group(1)).complete(System.nanoTime());
                    }
                });
    }
}
