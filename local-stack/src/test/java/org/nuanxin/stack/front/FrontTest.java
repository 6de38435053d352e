package org.nuanxin.stack.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.stack.services.Service;

class FrontTest {
    Vertx vertx = Vertx.vertx();
    HttpClient client = HttpClient.newHttpClient();
    int port;
    Front front;
    HttpServer intake;
    CompletableFuture<HttpServerResponse> stream = new CompletableFuture<>();
    CompletableFuture<Void> readerGone = new CompletableFuture<>();

    @BeforeEach
    void a_front_before_one_service() throws IOException {
        intake = vertx.createHttpServer().requestHandler(this::asIntake);
        intake.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
        port = freePort();
        SocketAddress here = SocketAddress.inetSocketAddress(intake.actualPort(), "localhost");
        SocketAddress nobody = SocketAddress.inetSocketAddress(freePort(), "localhost");
        front = Front.start(
                vertx,
                new InetSocketAddress("localhost", port),
                Map.of(Service.INTAKE, List.of(here), Service.DISPATCH, List.of(nobody)),
                Map.of());
    }

    @AfterEach
    void is_closed() {
        client.close();
        front.close();
    }

    private void asIntake(HttpServerRequest request) {
        if (request.uri().endsWith("/live")) {
            request.response().closeHandler(readerGone::complete);
            stream.complete(request.response().setChunked(true).putHeader("Content-Type", "text/event-stream"));
            request.response().write("data: first\n\n");
            return;
        }
        request.bodyHandler(body -> request.response()
                .setStatusCode(201)
                .putHeader("Location", "/requests/7")
                .putHeader("X-Saw", "%s %s".formatted(request.method(), request.uri()))
                .putHeader("X-Saw-Host", request.getHeader("Host"))
                .putHeader(
                        "X-Saw-Forwarded",
                        "%s %s %s"
                                .formatted(
                                        request.getHeader("X-Forwarded-For"),
                                        request.getHeader("X-Forwarded-Host"),
                                        request.getHeader("X-Forwarded-Proto")))
                .end(body));
    }

    @Test
    void hands_on_body_and_headers_as_they_are() throws Exception {
        byte[] large = "暖心".repeat(500_000).getBytes(StandardCharsets.UTF_8);

        HttpResponse<byte[]> answer = client.send(
                to("/requests?dry=%E6%9A%96")
                        .POST(BodyPublishers.ofByteArray(large))
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(large);
        assertThat(answer.headers().firstValue("Location")).contains("/requests/7");
        assertThat(answer.headers().firstValue("X-Saw")).contains("POST /requests?dry=%E6%9A%96");
        assertThat(answer.headers().firstValue("X-Saw-Host")).contains("localhost:" + port);
        assertThat(answer.headers().firstValue("X-Saw-Forwarded"))
                .contains("127.0.0.1 localhost:%d http".formatted(port));
    }

    @Test
    void passes_each_event_of_a_live_stream_when_it_comes_and_tells_when_the_reader_leaves() throws Exception {
        HttpResponse<InputStream> answer = client.send(to("/requests/7/live").build(), BodyHandlers.ofInputStream());
        BufferedReader events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));

        assertThat(events.readLine()).isEqualTo("data: first");
        stream.join().write(Buffer.buffer("data: second\n\n"));
        assertThat(events.readLine()).isEmpty();
        assertThat(events.readLine()).isEqualTo("data: second");
        answer.body().close();

        readerGone.get(10, TimeUnit.SECONDS);
    }

    @Test
    void answers_for_a_service_that_is_away() throws Exception {
        HttpResponse<String> answer = client.send(
                to("/dispatches")
                        .header("Accept-Language", "en")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"ServiceAway\"", "The dispatch service is away");
    }

    @Test
    void knows_what_it_does_not_know() throws Exception {
        HttpResponse<String> answer = client.send(to("/nowhere").build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"NotFound\"", "没有这个地址", "\"instance\":\"/nowhere\"");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
