package org.nuanxin.dispatch.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.ServiceTest;
import org.nuanxin.dispatch.webhook.delivery.Receiver.Received;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Messages of an instance that died between taking and sending them, or before it could say what came of them. */
@ServiceTest
class CrashTest {
    static final Duration SOON = Duration.ofSeconds(10);
    static final Duration LEASE = Duration.ofMillis(700);

    final Secret secret = Secret.random();
    final UUID webhook = UUID.randomUUID();

    @Inject
    Transactions transactions;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliveryLog log;

    @Inject
    Sql sql;

    /** Written and taken in one transaction, so that no instance that lives can be first. */
    List<Attempt> takenByAnInstanceThatDies(Receiver receiver) {
        return transactions
                .run(now -> subscribe(receiver, now)
                        .chain(() -> deliveries.add(List.of(message(now)), now))
                        .chain(() -> deliveries.take(now, LEASE, 4, Map.of())))
                .await()
                .atMost(SOON)
                .stream()
                .filter(attempt -> attempt.webhookId().equals(webhook))
                .toList();
    }

    private Uni<Integer> subscribe(Receiver receiver, Instant now) {
        return sql.update("""
                insert into webhook (webhook_id, owner, for_client, place_path, url, types, secret, created_at)
                values ($1, 'mini-app-crash', true, '{}', $2, '{}', $3, $4)
                """, webhook, receiver.url(), secret.text(), now);
    }

    private Message message(Instant now) {
        return new Message(Ids.next(now), webhook, "alert.raised", "{}");
    }

    List<DeliveryLog.Delivery> log() {
        return transactions.read(() -> log.newest(webhook, null, 10)).await().atMost(SOON);
    }

    @Test
    void are_sent_under_the_same_id_when_the_lease_is_over() {
        try (Receiver receiver = new Receiver()) {
            Attempt lost = takenByAnInstanceThatDies(receiver).getFirst();

            await().atMost(SOON).until(() -> log().getFirst().state() == State.DELIVERED);

            Received received = receiver.received().getFirst();
            assertThat(receiver.received()).hasSize(1);
            assertThat(received.id()).isEqualTo(lost.deliveryId().toString());
            assertThat(received.isSignedWith(secret.text())).isTrue();
            assertThat(log().getFirst().attempts()).isEqualTo(2);
            assertThat(log().getFirst().lastAttemptAt())
                    .isAfterOrEqualTo(lost.at().plus(LEASE));
        }
    }

    @Test
    void are_not_settled_by_an_instance_that_comes_back_too_late() {
        try (Receiver receiver = new Receiver()) {
            Attempt lost = takenByAnInstanceThatDies(receiver).getFirst();
            await().atMost(SOON).until(() -> log().getFirst().state() == State.DELIVERED);

            Verdict late = Verdict.on(Outcome.failed(lost, "TIMEOUT"), lost.at(), new RetryPolicy(1), 0);
            transactions.run(now -> deliveries.settle(List.of(late))).await().atMost(SOON);

            assertThat(log().getFirst().state()).isEqualTo(State.DELIVERED);
        }
    }

    @Test
    void are_forgotten_only_when_they_are_over_and_old() {
        try (Receiver receiver = new Receiver()) {
            takenByAnInstanceThatDies(receiver);
            Instant later = log().getFirst().createdAt().plusMillis(1);

            forgetBefore(later);
            assertThat(log()).hasSize(1);

            await().atMost(SOON).until(() -> log().getFirst().state() == State.DELIVERED);
            forgetBefore(log().getFirst().createdAt().minusMillis(1));
            assertThat(log()).hasSize(1);

            forgetBefore(later);
            assertThat(log()).isEmpty();
        }
    }

    void forgetBefore(Instant then) {
        transactions.run(now -> log.forgetBefore(then)).await().atMost(SOON);
    }
}
