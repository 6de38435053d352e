package org.nuanxin.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.nuanxin.volunteer.Scene.SOON;
import static org.nuanxin.volunteer.Scene.anybody;
import static org.nuanxin.volunteer.Scene.status;
import static org.nuanxin.volunteer.Scene.volunteer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.Holder;
import org.nuanxin.testing.StoresResource;

/** The live stream of a volunteer's app. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class LiveTest {
    final PlayedDispatch dispatch = new PlayedDispatch();
    final Holder li = anybody();
    final List<Stream> open = new ArrayList<>();
    Scene scene;

    @BeforeEach
    void set() {
        scene = Scene.set();
    }

    @AfterEach
    void clear() {
        open.forEach(Stream::close);
        scene.close();
    }

    @Test
    void goes_on_after_the_last_event_the_app_has_seen() {
        OfferMade offer = scene.offered(dispatch.asks(li));
        scene.probe.send(dispatch.lapses(offer));
        await().atMost(SOON).until(() -> status(offer).equals("lapsed"));

        Stream stream = listen("1");
        await().atMost(SOON).until(() -> stream.names().contains("OfferLapsed"));
        scene.probe.send(dispatch.withdraws(offer, OfferEnd.SEARCH_ENDED));

        await().atMost(SOON).until(() -> stream.names().contains("OfferWithdrawn"));
        assertThat(stream.names()).containsExactly("OfferLapsed", "OfferWithdrawn");
        assertThat(stream.values("id:")).containsExactly("2", "3");
    }

    @Test
    void begins_with_now_and_tells_of_offers_assignments_and_words_on_answers() {
        OfferMade earlier = scene.offered(dispatch.asks(li));
        Stream stream = listen(null);
        await().atMost(SOON).until(() -> stream.lines.stream().anyMatch(line -> line.startsWith(":")));

        OfferMade offer = scene.offered(dispatch.asks(li));
        scene.probe.send(
                dispatch.assigns(li, offer),
                dispatch.withdraws(earlier, OfferEnd.TAKEN),
                dispatch.rejects(li, "ARRIVAL", "WRONG_STATUS"),
                dispatch.remindsOfTheAppointment(li),
                dispatch.deniesThePause(),
                dispatch.seesOff(li),
                dispatch.callsOff());

        await().atMost(SOON).until(() -> stream.names().contains("RequestCalledOff"));
        assertThat(stream.names())
                .containsExactlyInAnyOrder(
                        "OfferMade",
                        "RequestAssigned",
                        "OfferWithdrawn",
                        "ReportRejected",
                        "AppointmentReminded",
                        "PauseDenied",
                        "HelperSetOff",
                        "RequestCalledOff");
    }

    @Test
    void tells_nobody_elses() {
        Stream stream = listen("0");
        Holder other = anybody();
        scene.offered(dispatch.asks(other));
        OfferMade own = scene.offered(dispatch.asks(li));

        await().atMost(SOON).until(() -> stream.names().contains("OfferMade"));
        assertThat(String.join("", stream.lines))
                .contains(own.offerId().toString())
                .doesNotContain(other.subject());
    }

    private Stream listen(@Nullable String lastEventId) {
        Stream stream = new Stream(li, lastEventId);
        open.add(stream);
        return stream;
    }

    /** What an app has heard. */
    static final class Stream implements AutoCloseable {
        final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();

        Stream(Holder person, @Nullable String lastEventId) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/volunteers/me/live"))
                    .header("Authorization", volunteer(person.subject()).bearer());
            if (lastEventId != null) request.header("Last-Event-ID", lastEventId);
            var _ = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAccept(answer -> answer.body().forEach(lines::add));
        }

        List<String> names() {
            return values("event:");
        }

        List<String> values(String field) {
            return lines.stream()
                    .filter(line -> line.startsWith(field))
                    .map(line -> line.substring(field.length()).strip())
                    .toList();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
