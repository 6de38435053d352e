package org.nuanxin.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_DECLINED;
import static org.nuanxin.dispatch.webhook.MessageType.REQUEST_REFERRED;

import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.webhook.delivery.Receiver.Received;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.kit.transactions.Transactions;

@ServiceTest
class MessengerTest {
    static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Messenger messenger;

    @Inject
    Transactions transactions;

    static News referred(UUID request, String resident, Instant at) {
        return new News(
                Set.of(resident),
                List.of("street-1", "community-1"),
                Map.of(),
                List.of(new RequestReferred(request, "community-1", 9, "supervisor-1", at)));
    }

    UUID refer(String resident) {
        UUID request = UUID.randomUUID();
        transactions
                .run(now -> messenger.tell(List.of(referred(request, resident, now))))
                .await()
                .atMost(SOON);
        return request;
    }

    @Test
    void tells_a_client_what_concerns_its_people() {
        try (Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            UUID request = refer(subscriber.person("mei"));

            await().atMost(SOON).until(() -> subscriber.receiver.received().size() == 1);
            Received received = subscriber.receiver.received().getFirst();
            JsonPath body = JsonPath.from(received.body());
            assertThat(received.isSignedWith(subscriber.secret)).isTrue();
            assertThat(body.getString("type")).isEqualTo("request.referred");
            assertThat(body.getString("timestamp")).endsWith("Z");
            assertThat(body.<String, Object>getMap("data"))
                    .isEqualTo(Map.of("recipient", subscriber.person("mei"), "requestId", request.toString()));
        }
    }

    @Test
    void keeps_from_a_client_what_it_did_not_ask_for_or_what_is_not_its_own() {
        try (Subscriber other = new Subscriber(REQUEST_DECLINED);
                Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            refer(other.person("mei"));
            refer("resident-1");
            refer(subscriber.person("mei"));

            await().atMost(SOON).until(() -> subscriber.receiver.received().size() == 1);
            assertThat(other.log()).isEmpty();
            assertThat(subscriber.log()).hasSize(1);
        }
    }

    @Test
    void tells_nothing_of_what_was_rolled_back() {
        try (Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            Uni<Void> failing = transactions.run(now -> messenger
                    .tell(List.of(referred(UUID.randomUUID(), subscriber.person("mei"), now)))
                    .invoke(() -> {
                        throw new IllegalArgumentException("thought better of it");
                    }));

            assertThatThrownBy(() -> failing.await().atMost(SOON)).isInstanceOf(IllegalArgumentException.class);
            UUID committed = refer(subscriber.person("mei"));

            await().atMost(SOON).until(() -> !subscriber.receiver.received().isEmpty());
            assertThat(subscriber.receiver.received())
                    .singleElement()
                    .satisfies(received -> assertThat(received.body()).contains(committed.toString()));
            assertThat(subscriber.log()).hasSize(1);
        }
    }

    @Test
    void refuses_to_tell_outside_a_transaction() {
        News news = referred(UUID.randomUUID(), "resident-1", Instant.EPOCH);

        Uni<Void> telling = transactions.read(() -> messenger.tell(List.of(news)));

        assertThatThrownBy(() -> telling.await().atMost(SOON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keeps_nobody_waiting_for_a_slow_one() {
        try (Subscriber slow = new Subscriber(REQUEST_REFERRED);
                Subscriber quick = new Subscriber(REQUEST_REFERRED)) {
            slow.receiver.shut();
            for (int i = 0; i < 20; i++) refer(slow.person("mei"));
            await().atMost(SOON).until(() -> slow.receiver.waiting() == 4);

            for (int i = 0; i < 5; i++) refer(quick.person("li"));

            await().atMost(SOON).until(() -> quick.receiver.received().size() == 5);
            assertThat(slow.receiver.received()).hasSize(4);

            slow.receiver.open();
            await().atMost(SOON).until(() -> slow.receiver.received().size() == 20);
        }
    }

    @Test
    void tries_again_until_it_arrives() {
        try (Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            subscriber.receiver.answers(500, 302);

            refer(subscriber.person("mei"));

            await().atMost(SOON).until(() -> subscriber.states().equals(List.of("DELIVERED")));
            assertThat(subscriber.receiver.received())
                    .hasSize(3)
                    .allMatch(received -> received.isSignedWith(subscriber.secret))
                    .extracting(Received::id)
                    .containsOnly((String) subscriber.log().getFirst().get("id"));
            assertThat(subscriber.log().getFirst())
                    .containsEntry("attempts", 3)
                    .containsEntry("status", 204)
                    .containsEntry("nextAttemptAt", null);
        }
    }

    @Test
    void sends_no_more_to_an_address_that_is_gone() {
        try (Subscriber subscriber = new Subscriber(REQUEST_REFERRED)) {
            subscriber.receiver.answers(Collections.nCopies(4, 410).toArray(Integer[]::new));
            subscriber.receiver.shut();
            for (int i = 0; i < 6; i++) refer(subscriber.person("mei"));
            await().atMost(SOON).until(() -> subscriber.receiver.waiting() == 4);

            subscriber.receiver.open();

            await().atMost(SOON).until(() -> subscriber.states().equals(Collections.nCopies(6, "GIVEN_UP")));
            refer(subscriber.person("mei"));
            assertThat(subscriber.log()).hasSize(6);
            subscriber
                    .client()
                    .get("/webhooks/{id}", subscriber.webhook)
                    .then()
                    .body("disabledAt", org.hamcrest.Matchers.notNullValue());
        }
    }
}
