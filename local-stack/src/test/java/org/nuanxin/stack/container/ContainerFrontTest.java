package org.nuanxin.stack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.start.CannotStart;

class ContainerFrontTest {
    @TempDir
    Path folder;

    @Test
    void signs_people_in_and_hands_on_under_the_address_people_use() throws Exception {
        Path mark = Files.createFile(folder.resolve("mark"));
        String url = "http://localhost:" + freePort();
        Vertx vertx = Vertx.vertx();
        HttpServer service = vertx.createHttpServer()
                .requestHandler(request -> request.response().end("saw " + request.path()));
        service.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();

        try (ContainerFront front = new ContainerFront(List.of(mark), all("localhost:" + service.actualPort()))) {
            front.start(url, folder.resolve("keys"));

            String token = new SignedIn(url).apply("resident-1");
            assertThat(claims(token)).contains("\"iss\":\"%s\"".formatted(url), "\"sub\":\"resident-1\"");
            assertThat(get(url + "/places").body()).isEqualTo("saw /places");
            assertThat(get(url + "/").body()).contains("resident-1");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void is_refused_outside_a_container() {
        ContainerFront front = new ContainerFront(List.of(folder.resolve("no-mark")), all("localhost:1"));

        assertThatThrownBy(() -> front.start("http://localhost:8080", folder))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no container");
    }

    @Test
    void gives_no_token_to_whom_it_does_not_know() throws Exception {
        Path mark = Files.createFile(folder.resolve("mark"));
        String url = "http://localhost:" + freePort();

        try (ContainerFront front = new ContainerFront(List.of(mark), all("localhost:1"))) {
            front.start(url, folder.resolve("keys"));

            assertThatThrownBy(() -> new SignedIn(url).apply("nobody"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("No token for nobody");
        }
    }

    private static Upstreams all(String address) {
        return Upstreams.parse(
                List.of("intake=" + address, "dispatch=" + address, "volunteer=" + address, "feedback=" + address));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        }
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
