package org.nuanxin.dispatch.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/**
 * Sends what is due. A round is one short transaction: it settles what came back and takes what there is room for; the sending
 * happens after the commit and calls for the next round when it is over. Each instance has such a loop; they share the work.
 */
@ApplicationScoped
public class Sender {
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Deliveries deliveries;
    private final Courier courier;
    private final DeliverySettings settings;
    private final RetryPolicy retries;
    private final Loop loop;
    private final Map<UUID, Integer> sending = new ConcurrentHashMap<>();
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

    Sender(Transactions transactions, Deliveries deliveries, Courier courier, DeliverySettings settings, Vertx vertx) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.courier = courier;
        this.settings = settings;
        this.retries = new RetryPolicy(settings.timeScale());
        this.loop = new Loop("webhook sender", vertx, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** Something has become due. */
    public void wake() {
        loop.wake();
    }

    private record Round(List<Attempt> taken, Duration rest) {}

    private Uni<Duration> round() {
        List<Outcome> back = List.copyOf(outcomes);
        return transactions
                .run(now -> settle(back, now).chain(() -> take(now)))
                .invoke(() -> outcomes.removeAll(back))
                .invoke(round -> round.taken().forEach(this::send))
                .map(Round::rest);
    }

    private Uni<Void> settle(List<Outcome> back, Instant now) {
        if (back.isEmpty()) return Uni.createFrom().voidItem();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<Verdict> verdicts = back.stream()
                .map(outcome -> Verdict.on(outcome, now, retries, random.nextDouble()))
                .toList();
        return deliveries.settle(verdicts).chain(() -> retire(back, now));
    }

    private Uni<Void> retire(List<Outcome> back, Instant now) {
        List<UUID> gone = back.stream()
                .filter(Outcome::isGone)
                .map(outcome -> outcome.attempt().webhookId())
                .distinct()
                .toList();
        return gone.isEmpty()
                ? Uni.createFrom().voidItem()
                : deliveries.retire(gone, now).replaceWithVoid();
    }

    private Uni<Round> take(Instant now) {
        return deliveries
                .take(now, settings.lease(), settings.atATime(), sending)
                .chain(taken -> deliveries.nextAfter(now).map(next -> new Round(taken, rest(now, next))));
    }

    private static Duration rest(Instant now, Optional<Instant> next) {
        return next.map(due -> Duration.between(now, due).plusMillis(1))
                .filter(rest -> rest.compareTo(LONGEST_SLEEP) < 0)
                .orElse(LONGEST_SLEEP);
    }

    private void send(Attempt attempt) {
        sending.merge(attempt.webhookId(), 1, Integer::sum);
        courier.carry(attempt).onSuccess(outcome -> {
            sending.computeIfPresent(attempt.webhookId(), (_, messages) -> messages == 1 ? null : messages - 1);
            outcomes.add(outcome);
            loop.wake();
        });
    }
}
