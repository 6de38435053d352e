package org.nuanxin.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.nuanxin.volunteer.Scene.SOON;
import static org.nuanxin.volunteer.Scene.anybody;
import static org.nuanxin.volunteer.Scene.as;
import static org.nuanxin.volunteer.Scene.status;
import static org.nuanxin.volunteer.Scene.submitted;
import static org.nuanxin.volunteer.Scene.volunteer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RequestEvent.RequestAmended;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.Topic;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Samples;
import org.nuanxin.testing.StoresResource;
import org.nuanxin.testing.Tokens;

/** What the three consumers owe: once though delivered twice, unknown types skipped, no mark of what failed. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ConsumersTest {
    final PlayedDispatch dispatch = new PlayedDispatch();
    final Holder li = anybody();
    Scene scene;

    @BeforeEach
    void set() {
        scene = Scene.set();
    }

    @AfterEach
    void clear() {
        scene.close();
    }

    @Test
    void a_word_of_dispatch_delivered_twice_is_told_once() {
        OfferMade offer = dispatch.asks(li);
        var delivered = KafkaProbe.record(offer);

        scene.probe.send(delivered);
        scene.probe.send(delivered);
        scene.probe.send(dispatch.lapses(offer));

        await().atMost(SOON).until(() -> status(offer).equals("lapsed"));
        as(volunteer(li.subject())).get("/volunteers/me/offers").then().header("ETag", containsString("\"2\""));
    }

    @Test
    void a_word_of_tomorrows_dispatch_is_skipped() {
        OfferMade unknown = dispatch.asks(li);
        OfferMade known = dispatch.asks(li);

        scene.probe.send(KafkaProbe.ofUnknownType(unknown));
        scene.offered(known);

        assertThat(status(unknown)).isEqualTo("unknown");
        assertThat(deadLetters(dispatch.requestId)).isEmpty();
    }

    @Test
    void a_word_that_fails_leaves_no_mark_and_holds_up_nobody_else() {
        Holder unstorable = new Holder(Holder.Kind.STAFF, "no\u0000body", li.subject());
        PlayedDispatch other = new PlayedDispatch();
        scene.probe.send(dispatch.assigns(unstorable, null), other.assigns(li, null));

        await().atMost(SOON).until(() -> status(li, other.requestId).equals("assigned"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters(dispatch.requestId)).containsExactly("RequestAssigned"));
        assertThat(status(li, dispatch.requestId)).isEqualTo("unknown");
    }

    @Test
    void a_word_that_cannot_be_read_waits_among_the_dead_letters() {
        scene.probe.send(KafkaProbe.withBrokenBody(dispatch.asks(li)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deadLetters(dispatch.requestId)).containsExactly("OfferMade"));
    }

    @Test
    void a_request_is_known_as_it_was_put_right_last() {
        RequestSubmitted submitted = submitted(dispatch.requestId);
        scene.probe.send(submitted, dispatch.assigns(li, null));
        var amended = new RequestAmended(
                submitted.requestId(),
                submitted.community(),
                2,
                submitted.placePath(),
                submitted.position(),
                6,
                true,
                null,
                PlayedDispatch.AT);

        scene.probe.send(amended);
        scene.probe.send(submitted);

        await().atMost(SOON)
                .untilAsserted(() -> as(volunteer(li.subject()))
                        .get("/assignments/" + dispatch.requestId)
                        .then()
                        .body("request.floor", equalTo(6))
                        .body("request.lift", equalTo(true))
                        .body("request.checks.code", contains(Scene.CHECK)));
    }

    @Test
    void an_older_definition_of_a_place_is_passed_over() {
        String grid = "grid-" + UUID.randomUUID();
        List<String> path = List.of("street-1", "community-1", grid);
        scene.probe.send(Scene.place(grid, 2, Level.GRID, path, "新微格", "New grid"));
        scene.probe.send(Scene.place(grid, 1, Level.GRID, List.of("street-1"), "旧微格", "Old grid"));
        String marker = "grid-" + UUID.randomUUID();
        scene.probe.send(Scene.place(marker, 1, Level.GRID, path, "另一微格", "Another grid"));

        var supervisor = Tokens.of("supervisor-1", "supervisor").withPlaces("community-1");
        await().atMost(SOON)
                .until(() -> as(supervisor).get("/volunteers?place=" + marker).statusCode() == 200);
        as(supervisor).get("/volunteers?place=" + grid).then().statusCode(200);
    }

    @Test
    void the_golden_samples_of_what_is_heard_can_all_be_taken() {
        var samples = List.of(Topic.DIRECTORY, Topic.REQUESTS, Topic.DISPATCHES).stream()
                .flatMap(topic -> Samples.of(topic).stream())
                .toArray(Event[]::new);
        scene.probe.send(samples);
        OfferMade offer = scene.offered(dispatch.asks(li));

        assertThat(status(offer)).isEqualTo("open");
        assertThat(deadLetters(Samples.of(RequestSubmitted.class).requestId())).isEmpty();
    }

    private static List<String> deadLetters(UUID requestId) {
        return as(Tokens.of("administrator-1", "administrator"))
                .get("/dead-letters?subject=" + requestId)
                .path("type");
    }
}
