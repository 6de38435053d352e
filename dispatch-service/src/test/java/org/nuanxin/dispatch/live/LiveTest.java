package org.nuanxin.dispatch.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.HandledBy;
import org.nuanxin.testing.Tokens;

@ServiceTest
class LiveTest {
    /** More than Mutiny merges at once by itself. */
    static final int MANY = 150;

    @TestHTTPResource("/live")
    URI live = URI.create("http://localhost");

    Neighbourhood here = new Neighbourhood().defined();
    ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        here.close();
        client.shutdownNow();
        readers.shutdownNow();
    }

    @Test
    void tells_what_happens_and_goes_on_where_it_broke_off() {
        placesAreKnown();
        List<String> first = listen("supervisor", here.community, "");
        await().until(() -> first.contains("event:Listening"));
        UUID one = here.submit(HandledBy.DUTY_DESK);
        await().until(() -> first.contains("event:AlertRaised"));
        String last =
                first.stream().filter(line -> line.startsWith("id:")).toList().getLast();

        UUID other = here.submit(HandledBy.DUTY_DESK);
        here.awaitStatus(other, "manual");
        List<String> second = listen("supervisor", here.community, last.substring("id:".length()));

        await().until(() -> second.contains("event:AlertRaised"));
        assertThat(about(first, one)).isNotEmpty();
        assertThat(about(second, one)).isEmpty();
        assertThat(second.stream().filter(line -> line.startsWith("event:")))
                .containsExactly(
                        "event:Listening", "event:SearchStarted", "event:SearchHandedToDesk", "event:AlertRaised");
    }

    @Test
    void tells_a_grid_worker_of_their_own_grid_only() {
        placesAreKnown();
        List<String> mine = listen("grid-worker", here.grid.getLast(), "");
        List<String> others = listen("grid-worker", "compound-elsewhere", "");
        await().until(() -> mine.contains("event:Listening") && others.contains("event:Listening"));

        UUID request = here.submit(HandledBy.DUTY_DESK);

        await().until(() -> !about(mine, request).isEmpty());
        assertThat(about(others, request)).isEmpty();
    }

    @Test
    void reads_every_board_however_many_there_are() {
        here.surrounded(MANY);
        placesAreKnown();
        List<String> street = await().until(this::listenToTheStreet, lines -> boards(lines) == MANY + 1);

        UUID request = here.submit(HandledBy.DUTY_DESK);

        await().until(() -> !about(street, request).isEmpty());
    }

    private List<String> listenToTheStreet() {
        List<String> lines = listen("supervisor", here.grid.getFirst(), "");
        await().until(() -> lines.contains("event:Listening"));
        return lines;
    }

    private static int boards(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .map(id -> id.split(",", 0).length)
                .orElse(0);
    }

    @Test
    void is_for_responsible_people_only() {
        Neighbourhood.as("resident", "resident").get("/live").then().statusCode(403);
    }

    private void placesAreKnown() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> here.supervisor()
                                .body(here.supervisor()
                                        .get("/policies/default-urgent")
                                        .asString())
                                .put("/policies/" + here.grid.getLast() + ":*:urgent")
                                .statusCode()
                        == 200);
    }

    private List<String> listen(String role, String place, String lastEventId) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(live)
                .header("Authorization", Tokens.of(role, role).withPlaces(place).bearer())
                .header("Last-Event-ID", lastEventId)
                .build();
        var unused = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAcceptAsync(answer -> read(answer.body(), lines), readers);
        return lines;
    }

    private static void read(Stream<String> body, List<String> lines) {
        body.forEach(lines::add);
    }

    private static List<String> about(List<String> lines, UUID request) {
        return lines.stream().filter(line -> line.contains(request.toString())).toList();
    }
}
