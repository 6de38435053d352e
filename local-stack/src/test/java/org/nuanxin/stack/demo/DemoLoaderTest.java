package org.nuanxin.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoLoaderTest {
    record Call(String line, String caller, @Nullable String key, JsonObject body) {}

    Vertx vertx = Vertx.vertx();
    Queue<Call> calls = new ConcurrentLinkedQueue<>();
    AtomicInteger refusals = new AtomicInteger();
    ConcurrentHashMap<String, Boolean> refusedOnce = new ConcurrentHashMap<>();
    String url = "";

    @BeforeEach
    void services_that_listen() {
        HttpServer server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
        url = "http://localhost:" + server.actualPort();
    }

    @AfterEach
    void fall_silent() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A volunteer's place is not known at once: it travels by Kafka. */
    private void answer(HttpServerRequest request) {
        request.bodyHandler(body -> {
            String caller = String.valueOf(request.getHeader("Authorization")).substring("Bearer ".length());
            if ("/volunteers".equals(request.path()) && refusedOnce.putIfAbsent(caller, true) == null) {
                refusals.incrementAndGet();
                request.response().setStatusCode(400).end("{\"title\":\"UnknownPlace\"}");
                return;
            }
            String line = request.method() + " " + request.path();
            calls.add(new Call(line, caller, request.getHeader("Idempotency-Key"), body.toJsonObject()));
            request.response().end(new JsonObject().put("id", "id-of-" + caller).encode());
        });
    }

    @Test
    void tells_everything_in_the_name_of_whoever_may_and_again_what_was_refused_for_a_moment() {
        new DemoLoader(url, subject -> subject).load();

        assertThat(refusals).hasValue(60);
        assertThat(called("PUT /places/grid-1-3-09").caller()).isEqualTo("administrator-1");
        assertThat(called("PUT /places/grid-1-3-09").body().fieldNames())
                .containsExactly("level", "parentId", "name", "centre");
        assertThat(called("PUT /service-types/lock-opening").body().getString("skill"))
                .isEqualTo("locksmith");
        assertThat(called("PUT /staff/grid-worker-29").body().getString("role")).isEqualTo("grid-worker");
        assertThat(calls.stream().filter(call -> call.line().equals("PUT /residents/me")))
                .hasSize(20);
        assertThat(called("PUT /volunteers/id-of-volunteer-3/verification").caller())
                .isEqualTo("supervisor-1");
        assertThat(called("PUT /volunteers/id-of-volunteer-3/credentials/locksmith")
                        .body())
                .isEqualTo(new JsonObject().put("verified", true));
        assertThat(calls.stream().filter(call -> call.line().equals("PUT /volunteers/me/duty")))
                .hasSize(60);
    }

    @Test
    void defines_a_place_after_the_one_above_it_and_volunteers_last() {
        new DemoLoader(url, subject -> subject).load();

        List<String> lines = calls.stream().map(Call::line).toList();
        assertThat(lines).startsWith("PUT /places/street-1");
        assertThat(lines.indexOf("PUT /places/compound-1-1")).isLessThan(lines.indexOf("PUT /places/grid-1-1-01"));
        assertThat(lines.lastIndexOf("PUT /residents/me")).isLessThan(lines.indexOf("POST /volunteers"));
    }

    @Test
    void registers_a_volunteer_by_the_same_key_each_time_so_that_loading_again_is_safe() {
        new DemoLoader(url, subject -> subject).load();

        assertThat(calls.stream()
                        .filter(call -> call.line().equals("POST /volunteers")
                                && call.caller().equals("volunteer-7")))
                .extracting(Call::key)
                .containsExactly("demo-volunteer-7");
    }

    private Call called(String line) {
        return calls.stream()
                .filter(call -> call.line().equals(line))
                .findFirst()
                .orElseThrow();
    }
}
