package org.nuanxin.stack.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.stack.services.Service;

class InstancesTest {
    Vertx vertx = Vertx.vertx();
    HttpClient client = HttpClient.newHttpClient();
    Instance first = new Instance("first");
    Instance second = new Instance("second");
    int port;
    Front front;

    final class Instance {
        final String name;
        final HttpServer server;
        volatile int readiness = 200;
        volatile boolean breaksOff;

        Instance(String name) {
            this.name = name;
            this.server = vertx.createHttpServer().requestHandler(this::answer);
            server.listen(0, "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        private void answer(HttpServerRequest request) {
            if ("/q/health/ready".equals(request.path()))
                request.response().setStatusCode(readiness).end();
            else if (breaksOff) request.connection().close();
            else request.bodyHandler(body -> request.response().end(name + body));
        }

        void ends() {
            server.close().toCompletionStage().toCompletableFuture().join();
        }

        SocketAddress address() {
            return SocketAddress.inetSocketAddress(server.actualPort(), "localhost");
        }
    }

    @BeforeEach
    void a_front_before_two_instances() throws IOException {
        port = freePort();
        front = Front.start(
                vertx,
                new InetSocketAddress("localhost", port),
                Map.of(Service.INTAKE, List.of(first.address(), second.address())),
                Map.of());
    }

    @AfterEach
    void are_closed() {
        client.close();
        front.close();
    }

    @Test
    void share_the_calls() {
        assertThat(answers(4)).containsExactlyInAnyOrder("first", "second", "first", "second");
    }

    @Test
    void are_passed_over_when_they_are_gone_whatever_is_asked() throws Exception {
        first.ends();

        for (int i = 0; i < 4; i++) assertThat(post().body()).isEqualTo("second!");
    }

    @Test
    void are_left_out_while_they_say_that_they_are_not_ready() {
        first.readiness = 503;
        await().until(() -> Set.copyOf(answers(4)).equals(Set.of("second")));

        first.readiness = 200;
        await().until(() -> new HashSet<>(answers(4)).equals(Set.of("first", "second")));
    }

    @Test
    void are_asked_again_what_can_be_asked_twice_and_nothing_else() throws Exception {
        first.breaksOff = true;

        assertThat(answers(4)).containsOnly("second");
        assertThat(Stream.of(post(), post()).map(HttpResponse::statusCode)).containsExactlyInAnyOrder(200, 503);
    }

    @Test
    void are_asked_again_also_when_it_is_said_that_nothing_more_is_asked() throws Exception {
        first.breaksOff = true;

        assertThat(Stream.of(get(BodyPublishers.noBody()), get(BodyPublishers.noBody())))
                .containsOnly(200);
    }

    @Test
    void are_not_asked_again_what_has_been_read_already() throws Exception {
        first.breaksOff = true;

        assertThat(Stream.of(get(BodyPublishers.ofString("!")), get(BodyPublishers.ofString("!"))))
                .containsExactlyInAnyOrder(200, 503);
    }

    @Test
    void come_last_while_they_are_away_and_are_tried_nevertheless_when_all_are() {
        Instances instances = new Instances(List.of(first.address(), second.address()));
        instances.isAway(first.address());
        assertThat(List.of(instances.inTurn().getFirst(), instances.inTurn().getFirst()))
                .containsOnly(second.address());

        instances.isAway(second.address());
        assertThat(instances.inTurn()).containsExactlyInAnyOrder(first.address(), second.address());
    }

    private List<String> answers(int calls) {
        return Stream.generate(this::get).limit(calls).toList();
    }

    private String get() {
        try {
            return client.send(HttpRequest.newBuilder(url()).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status of the answer to what is asked with a body, or with the length of none. */
    private int get(BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url())
                .method("GET", body)
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url()).POST(BodyPublishers.ofString("!")).build(), BodyHandlers.ofString());
    }

    private URI url() {
        return URI.create("http://localhost:%d/requests".formatted(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
