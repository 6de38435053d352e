package org.nuanxin.kit;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.kit.Waiting.until;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Token;
import org.nuanxin.testing.Tokens;

/** Those who wait over HTTP, while others write. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class LiveTest {
    static final Token RESIDENT = Tokens.of("resident-1", "resident");

    @Inject
    MeterRegistry metrics;

    HttpClient client = HttpClient.newHttpClient();
    UUID account = UUID.randomUUID();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void see_every_entry_and_go_on_after_the_last_they_have_seen() throws IOException, InterruptedException {
        List<String> seen = new CopyOnWriteArrayList<>();
        var first = follow("0", seen);
        for (int i = 0; i < 20; i++) {
            pay();
        }
        until(() -> seen.size() >= 20);
        first.close();

        for (int i = 0; i < 10; i++) {
            pay();
        }
        var second = follow("20", seen);
        pay();

        until(() -> seen.size() >= 31);
        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 31).mapToObj(String::valueOf).toList());
        second.close();
    }

    @Test
    void wait_each_in_their_own_context_however_many_wake_them() {
        List<CompletableFuture<Response>> waiting = IntStream.range(0, 12)
                .mapToObj(i -> supplyAsync(() -> given().header("Authorization", RESIDENT.bearer())
                        .header("Accept-Language", i % 2 == 0 ? "en" : "zh-CN")
                        .get("/accounts/" + account + "/expected?balance=" + (i + 1))))
                .toList();
        for (int i = 0; i < 12; i++) {
            pay();
        }

        for (int i = 0; i < 12; i++) {
            Response answer = waiting.get(i).join();
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.path("language").toString()).isEqualTo(i % 2 == 0 ? "en" : "zh");
            assertThat((Integer) answer.path("balance")).isGreaterThan(i);
        }
    }

    @Test
    void take_no_place_among_those_being_answered() {
        var waiting = client.sendAsync(
                call("/accounts/" + account + "/expected").build(), HttpResponse.BodyHandlers.ofString());
        until(() -> gauge("waiting") == 1 && gauge("answering") == 0);
        var listening = client.sendAsync(
                call("/accounts/" + account + "/live")
                        .header("Last-Event-ID", "1")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        until(() -> listening.isDone() && gauge("answering") == 0);
        assertThat(waiting).isNotDone();

        pay();

        assertThat(waiting.join().statusCode()).isEqualTo(200);
        until(() -> gauge("waiting") == 0 && gauge("answering") == 0);
    }

    @Test
    void may_hang_up_in_the_middle_without_harm() {
        for (int i = 0; i < 40; i++) {
            var hasty = client.sendAsync(
                    call("/accounts/" + UUID.randomUUID() + "/expected").build(), HttpResponse.BodyHandlers.ofString());
            hasty.cancel(true);
        }
        client.shutdownNow();

        pay();
    }

    /** Reads the ids of the events. */
    private Stream<String> follow(String after, List<String> seen) throws IOException, InterruptedException {
        Stream<String> lines = client.send(
                        call("/accounts/" + account + "/live")
                                .header("Last-Event-ID", after)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body();
        Thread.ofVirtual()
                .start(() -> lines.filter(line -> line.startsWith("id:"))
                        .forEach(line -> seen.add(line.substring(3).strip())));
        return lines;
    }

    private static HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", RESIDENT.bearer());
    }

    private double gauge(String which) {
        return metrics.get("nuanxin.calls." + which).gauge().value();
    }

    private void pay() {
        given().header("Authorization", RESIDENT.bearer())
                .contentType("application/json")
                .body("{\"account\": \"%s\", \"amount\": 1}".formatted(account))
                .post("/accounts")
                .then()
                .statusCode(200);
    }
}
