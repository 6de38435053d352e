package org.nuanxin.kit.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At a door that lets two in at once, and three who wait: … */
class AdmissionTest {
    record Limits(int atOnce, int waiting, Duration retryAfter) implements CallLimits {}

    final Vertx vertx = Vertx.vertx();
    final Queue<RoutingContext> inside = new ConcurrentLinkedQueue<>();
    final HttpClient http = HttpClient.newHttpClient();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    int port;

    @BeforeEach
    void open() {
        Router door = Router.router(vertx);
        new Admission(new AtTheDoor(new ObjectMapper()), new Limits(2, 3, Duration.ofSeconds(1)), metrics).stand(door);
        door.get("/stream").handler(call -> {
            call.response().setChunked(true).write("first");
        });
        door.get("/q/health").handler(call -> call.response().end());
        door.route().handler(inside::add);
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
    void the_third_is_told_at_once_to_come_again() {
        var first = call("/requests");
        var second = call("/requests");
        await().until(() -> inside.size() == 2);

        HttpResponse<String> third = call("/requests").join();

        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(third.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(third.body()).contains("TooBusy", "try again in a second");
        assertThat(metrics.counter("nuanxin.calls.turned.away").count()).isEqualTo(1);
        inside.forEach(call -> call.response().end());
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(second.join().statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_was_answered_makes_room() {
        for (int round = 1; round <= 5; round++) {
            var answered = call("/requests");
            await().until(() -> !inside.isEmpty());
            inside.remove().response().end();
            assertThat(answered.join().statusCode()).isEqualTo(200);
        }

        assertThat(metrics.counter("nuanxin.calls.turned.away").count()).isZero();
    }

    @Test
    void whoever_has_gone_makes_room() {
        var gone = HttpClient.newHttpClient();
        for (int i = 0; i < 2; i++) {
            var _ = gone.sendAsync(to("/requests").build(), HttpResponse.BodyHandlers.ofString());
        }
        await().until(() -> inside.size() == 2);

        gone.shutdownNow();

        await().untilAsserted(() -> assertThat(
                        metrics.get("nuanxin.calls.answering").gauge().value())
                .isZero());
    }

    @Test
    void those_who_wait_and_streams_that_run_take_nobodys_place() throws Exception {
        for (int i = 0; i < 3; i++) {
            var _ = http.sendAsync(waiting(), HttpResponse.BodyHandlers.ofString());
        }
        await().until(() -> inside.size() == 3);
        for (int i = 0; i < 3; i++) {
            HttpResponse<InputStream> stream =
                    http.send(to("/stream").build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
        }

        var _ = call("/requests");

        await().until(() -> inside.size() == 4);
        assertThat(http.send(waiting(), HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(503);
    }

    @Test
    void whoever_watches_over_us_always_gets_in() {
        var _ = call("/requests");
        var _ = call("/requests");
        await().until(() -> inside.size() == 2);

        assertThat(call("/q/health").join().statusCode()).isEqualTo(200);
    }

    CompletableFuture<HttpResponse<String>> call(String path) {
        return http.sendAsync(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest waiting() {
        return to("/requests").header("Prefer", "wait=20").build();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept-Language", "en");
    }
}
