package org.nuanxin.kit.problems;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At a door that waits a fifth of a second for what is sent, whoever … */
@Timeout(20)
class BodyDeadlineTest {
    record Limits(int atOnce, int waiting, int streams, Duration retryAfter, Duration bodyWithin)
            implements CallLimits {}

    static final int MILLIS = 200;

    final Vertx vertx = Vertx.vertx();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    int port;

    @BeforeEach
    void open() {
        Router door = Router.router(vertx);
        AtTheDoor atTheDoor = new AtTheDoor(new ObjectMapper());
        Limits limits = new Limits(1, 1, 1, Duration.ofSeconds(1), Duration.ofMillis(MILLIS));
        new Admission(atTheDoor, limits, metrics).stand(door);
        new BodyDeadline(atTheDoor, limits).stand(door);
        door.post()
                .handler(call ->
                        call.request().body().onSuccess(body -> vertx.setTimer(3L * MILLIS, _ -> call.end(body))));
        port = vertx.createHttpServer()
                .requestHandler(door)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sends_too_slowly_is_told_so_and_cut_off() throws IOException {
        String answer =
                answerTo("POST / HTTP/1.1\r\nHost: here\r\nAccept-Language: en\r\nContent-Length: 100\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("TooSlow", "did not come in time");
        await().until(() -> answering() == 0);
    }

    @Test
    void sends_pieces_without_an_end_is_told_so_and_cut_off() throws IOException {
        String answer = answerTo("POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");

        assertThat(answer).startsWith("HTTP/1.1 408 ");
        await().until(() -> answering() == 0);
    }

    @Test
    void has_sent_everything_may_be_answered_later() throws IOException {
        String answer = answerTo("POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("{}");
    }

    private double answering() {
        return metrics.get("nuanxin.calls.answering").gauge().value();
    }

    /** All that comes until the connection ends. */
    private String answerTo(String sent) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(sent.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
