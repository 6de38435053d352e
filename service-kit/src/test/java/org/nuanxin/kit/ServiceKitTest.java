package org.nuanxin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.kit.journal.Journal;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timeline.TimelineEntry;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.Timers;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.testing.StoresResource;

/** The kit as a service uses it: one way through all of its parts. */
@QuarkusTest
@QuarkusTestResource(StoresResource.class)
class ServiceKitTest {
    static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Transactions transactions;

    @Inject
    Journal journal;

    @Inject
    Timers timers;

    @Inject
    Timeline timeline;

    @Inject
    Accounts accounts;

    @Test
    void carries_an_event_from_the_journal_through_kafka_into_an_inbox() {
        UUID account = UUID.randomUUID();

        transactions
                .run(now -> journal.append(new RequestWithdrawn(account, "community-1", 1, "resident-1", now)))
                .await()
                .atMost(SOON);

        await().atMost(SOON).until(() -> balance(account) == 1);
    }

    @Test
    void fires_a_timer_once_and_never_early() {
        UUID account = UUID.randomUUID();
        var due = transactions
                .run(now -> accounts.credit(List.of(account))
                        .chain(() -> timers.set(List.of(new Timer(account, "RING", now.plusMillis(300)))))
                        .replaceWith(now.plusMillis(300)))
                .await()
                .atMost(SOON);

        await().atMost(SOON).until(() -> balance(account) == 2);

        assertThat(accounts.fired(account))
                .singleElement()
                .satisfies(fired -> assertThat(fired.now()).isAfterOrEqualTo(due));
    }

    @Test
    void streams_what_happens_to_a_subject() {
        String subject = UUID.randomUUID().toString();
        List<TimelineEntry> seen = new ArrayList<>();
        var listening = timeline.live(subject, 0).subscribe().with(seen::add);

        for (int i = 0; i < 3; i++) {
            transactions
                    .run(now -> timeline.add(
                            subject, new RequestWithdrawn(UUID.randomUUID(), "community-1", 1, "resident-1", now)))
                    .await()
                    .atMost(SOON);
        }

        await().atMost(SOON).until(() -> seen.size() == 3);
        assertThat(seen).extracting(TimelineEntry::seq).containsExactly(1L, 2L, 3L);
        listening.cancel();
    }

    @Test
    void waits_for_a_state() {
        UUID account = UUID.randomUUID();

        Optional<Long> balance = timeline.await(
                        account.toString(),
                        Duration.ofMillis(50),
                        () -> transactions
                                .read(() -> accounts.balance(account))
                                .map(found -> Optional.of(found).filter(b -> b > 0)))
                .await()
                .atMost(SOON);

        assertThat(balance).isEmpty();
    }

    long balance(UUID account) {
        return transactions.read(() -> accounts.balance(account)).await().atMost(SOON);
    }
}
