package org.nuanxin.kit.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At a door that lets two in at once, three who wait, and three who listen: … */
class AdmissionTest {
    record Limits(int atOnce, int waiting, int streams, Duration retryAfter, Duration bodyWithin)
            implements CallLimits {}

    final Vertx vertx = Vertx.vertx();
    final Queue<RoutingContext> inside = new ConcurrentLinkedQueue<>();
    final CompletableFuture<String> happened = new CompletableFuture<>();
    final HttpClient http = HttpClient.newHttpClient();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    int port;

    @BeforeEach
    void open() {
        Router door = Router.router(vertx);
        new Admission(
                        new AtTheDoor(new ObjectMapper()),
                        new Limits(2, 3, 3, Duration.ofSeconds(1), Duration.ofSeconds(10)),
                        metrics)
                .stand(door);
        door.get("/stream").handler(call -> {
            call.response().setChunked(true).write("first");
        });
        door.route("/wait").handler(call -> happens().subscribe().with(call::end, _ -> call.fail(503)));
        door.route("/wait-twice").handler(call -> {
            happens().subscribe().with(_ -> {});
            happens().subscribe().with(_ -> {});
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

        await().until(() -> gauge("answering") == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=20", "wait=0"})
    void whoever_only_says_that_they_would_wait_takes_a_place_like_others(String prefer) {
        for (int i = 0; i < 2; i++) {
            var _ = http.sendAsync(
                    to("/requests").header("Prefer", prefer).build(), HttpResponse.BodyHandlers.ofString());
        }
        await().until(() -> inside.size() == 2);

        assertThat(call("/requests").join().statusCode()).isEqualTo(503);
    }

    @Test
    void those_who_wait_and_streams_that_run_take_nobodys_place() throws Exception {
        letWait(3);
        for (int i = 0; i < 3; i++) assertThat(listen(http).statusCode()).isEqualTo(200);

        var _ = call("/requests");

        await().until(() -> inside.size() == 1);
        assertThat(gauge("waiting")).isEqualTo(3);
        assertThat(gauge("streams")).isEqualTo(3);
        assertThat(gauge("answering")).isEqualTo(1);
    }

    @Test
    void the_fourth_who_listens_is_told_to_come_again_until_somebody_has_gone() throws Exception {
        var first = HttpClient.newHttpClient();
        for (int i = 0; i < 3; i++) assertThat(listen(first).statusCode()).isEqualTo(200);

        HttpResponse<InputStream> fourth = listen(http);

        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(fourth.headers().firstValue("Retry-After")).hasValue("1");
        await().until(() -> gauge("answering") == 0);
        first.shutdownNow();
        await().until(() -> gauge("streams") == 0);
        assertThat(listen(http).statusCode()).isEqualTo(200);
    }

    @Test
    void the_fourth_who_waits_is_told_to_come_again() {
        letWait(3);

        HttpResponse<String> fourth = call("/wait").join();

        assertThat(fourth.statusCode()).isEqualTo(503);
        assertThat(metrics.counter("nuanxin.calls.turned.away").count()).isEqualTo(1);
        assertThat(gauge("waiting")).isEqualTo(3);
    }

    @Test
    void the_fourth_who_waits_keeps_its_place_where_it_may_have_changed_something() {
        letWait(3);

        var fourth = http.sendAsync(
                to("/wait").POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());

        await().until(() -> gauge("answering") == 1);
        happened.complete("done");
        assertThat(fourth.join().body()).isEqualTo("done");
    }

    @Test
    void whoever_has_waited_is_answered_among_the_others_again() {
        var waiting = letWait(3);

        happened.complete("done");

        assertThat(waiting).allSatisfy(call -> assertThat(call.join().body()).isEqualTo("done"));
        await().until(() -> gauge("waiting") == 0 && gauge("answering") == 0);
    }

    @Test
    void whoever_waits_twice_at_once_counts_once() {
        var _ = call("/wait-twice");
        await().until(() -> gauge("waiting") == 1);

        happened.complete("done");

        await().until(() -> gauge("waiting") == 0 && gauge("answering") == 1);
    }

    @Test
    void whoever_has_gone_waits_no_longer() {
        var gone = HttpClient.newHttpClient();
        var _ = gone.sendAsync(to("/wait").build(), HttpResponse.BodyHandlers.ofString());
        await().until(() -> gauge("waiting") == 1);

        gone.shutdownNow();

        await().until(() -> gauge("waiting") == 0);
        assertThat(gauge("answering")).isZero();
    }

    @Test
    void whoever_watches_over_us_always_gets_in() {
        var _ = call("/requests");
        var _ = call("/requests");
        await().until(() -> inside.size() == 2);

        assertThat(call("/q/health").join().statusCode()).isEqualTo(200);
    }

    HttpResponse<InputStream> listen(HttpClient listener) throws Exception {
        return listener.send(
                to("/stream").header("Accept", "text/event-stream").build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    CompletableFuture<HttpResponse<String>> call(String path) {
        return http.sendAsync(to(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    List<CompletableFuture<HttpResponse<String>>> letWait(int many) {
        List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            int waiting = i;
            calls.add(call("/wait"));
            await().until(() -> gauge("waiting") == waiting);
        }
        return calls;
    }

    double gauge(String which) {
        return metrics.get("nuanxin.calls." + which).gauge().value();
    }

    Uni<String> happens() {
        return Visit.aside(Uni.createFrom().completionStage(happened));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept-Language", "en");
    }
}
