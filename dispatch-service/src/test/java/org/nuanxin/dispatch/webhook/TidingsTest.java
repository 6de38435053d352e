package org.nuanxin.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.Neighbourhood;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.directory.Directory;
import org.nuanxin.dispatch.dispatches.Known;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.HandledBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.events.Solved;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.Tokens;

/** What subscribers hear of the closed loop as the whole service runs it. */
@ServiceTest
class TidingsTest {
    static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Transactions transactions;

    @Inject
    Directory directory;

    final Neighbourhood here = new Neighbourhood().defined();

    @AfterEach
    void close() {
        here.close();
    }

    Subscriber watching(MessageType... types) {
        await().atMost(SOON)
                .until(() -> !transactions
                        .read(() -> directory.pathOf(here.community))
                        .await()
                        .atMost(SOON)
                        .isEmpty());
        return new Subscriber(
                Tokens.of("supervisor-" + here.number, "supervisor").withPlaces(here.community), here.community, types);
    }

    Holder known(String name) {
        Holder volunteer = here.volunteer(name, 1);
        Known.await(volunteer);
        return volunteer;
    }

    @Test
    void from_the_offer_to_the_closing() {
        try (Subscriber client = new Subscriber(MessageType.values());
                Subscriber community = watching(MessageType.values())) {
            Holder mei = known(client.person("mei"));
            UUID request = here.submit();
            here.probe.send(here.acceptance(here.offerTo(request, mei)));
            here.done(request, mei);
            here.said(RequestCompleted.class, request);
            here.probe.send(new RequestRated(
                    request, here.community, Solved.YES, 5, false, "resident-" + here.number, Neighbourhood.now()));

            await().atMost(SOON).until(() -> community.types().contains("request.closed"));

            assertThat(community.types())
                    .contains(
                            "offer.made", "request.assigned", "helper.arrived", "request.completed", "request.closed");
            assertThat(client.types()).containsExactlyInAnyOrder("offer.made", "request.assigned");
            assertThat(client.receiver.received())
                    .allMatch(received -> received.isSignedWith(client.secret))
                    .allMatch(received ->
                            mei.subject().equals(JsonPath.from(received.body()).getString("data.recipient")));
        }
    }

    @Test
    void that_an_offer_is_withdrawn() {
        try (Subscriber client = new Subscriber(MessageType.OFFER_WITHDRAWN)) {
            Holder mei = known(client.person("mei"));
            UUID request = here.submit();
            OfferMade offer = here.offerTo(request, mei);
            here.probe.send(
                    new RequestWithdrawn(request, here.community, 2, "resident-" + here.number, Neighbourhood.now()));

            await().atMost(SOON).until(() -> client.types().equals(List.of("offer.withdrawn")));

            JsonPath body = JsonPath.from(client.receiver.received().getFirst().body());
            assertThat(body.getString("data.recipient")).isEqualTo(mei.subject());
            assertThat(body.getString("data.offerId")).isEqualTo(offer.offerId().toString());
        }
    }

    @Test
    void that_somebody_on_duty_is_needed() {
        here.staff("grid-worker-" + here.number, "grid-worker", here.grid.getLast());
        try (Subscriber community = watching(MessageType.ALERT_RAISED)) {
            UUID request = here.submit(HandledBy.DUTY_DESK);

            await().atMost(SOON).until(() -> community.types().size() >= 2);

            JsonPath raised =
                    JsonPath.from(community.receiver.received().getFirst().body());
            JsonPath climbed =
                    JsonPath.from(community.receiver.received().get(1).body());
            assertThat(raised.getString("data.requestId")).isEqualTo(request.toString());
            assertThat(raised.getList("data.recipients")).isEqualTo(List.of("grid-worker-" + here.number));
            assertThat(climbed.getString("data.level")).isEqualTo("STREET");
        }
    }
}
