package org.nuanxin.dispatch.dispatches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.events.AnswerEvent.SetOffReported;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.events.Topic;
import org.nuanxin.testing.KafkaProbe;
import org.nuanxin.testing.Samples;

/** What every consumer must do. */
@ServiceTest
class ConsumersTest {
    Neighbourhood here = new Neighbourhood();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void handles_a_request_once_though_delivered_twice() {
        var submitted = KafkaProbe.record(here.submitted(UUID.randomUUID(), HandledBy.VOLUNTEERS));
        here.probe.send(submitted);
        here.probe.send(submitted);

        UUID later = here.submit();

        here.said(SearchStarted.class, later);
        assertThat(here.probe.events(SearchStarted.class).stream()
                        .filter(started -> started.community().equals(here.community)))
                .hasSize(2);
    }

    @Test
    void skips_what_it_does_not_know() {
        RequestSubmitted unknown = here.submitted(UUID.randomUUID(), HandledBy.VOLUNTEERS);
        here.probe.send(KafkaProbe.ofUnknownType(unknown));

        UUID later = here.submit();

        here.said(SearchStarted.class, later);
        here.supervisor().get("/dispatches/" + unknown.requestId()).then().statusCode(404);
        letters(unknown.requestId()).then().body("$", hasSize(0));
    }

    @Test
    void keeps_what_cannot_be_for_an_administrator_and_goes_on() {
        UUID nobodys = UUID.randomUUID();
        Holder li = new Holder(Holder.Kind.STAFF, "li", "li");
        here.probe.send(new SetOffReported(nobodys, here.community, li, "li", Neighbourhood.now()));

        UUID later = here.submit();

        here.said(SearchStarted.class, later);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> letters(nobodys).then().body("$", hasSize(1)));
        letters(nobodys).then().body("[0].reason", equalTo("UnknownRequest"));
    }

    @Test
    void keeps_what_cannot_be_read_and_what_follows_it() {
        RequestSubmitted broken = here.submitted(UUID.randomUUID(), HandledBy.VOLUNTEERS);
        UUID id = broken.requestId();
        here.probe.send(KafkaProbe.withBrokenBody(broken));
        here.probe.send(new RequestWithdrawn(id, here.community, 2, "resident", Neighbourhood.now()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> letters(id).then().body("$", hasSize(2)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Topic.class,
            names = {"DISPATCHES", "ALERTS"},
            mode = EnumSource.Mode.EXCLUDE)
    void reads_the_samples_of_every_topic_it_hears(Topic topic) {
        assertThat(Samples.of(topic)).hasSameSizeAs(List.copyOf(topic.types()));
    }

    private static io.restassured.response.Response letters(UUID subject) {
        return Neighbourhood.as("administrator-1", "administrator").get("/dead-letters?subject=" + subject);
    }
}
