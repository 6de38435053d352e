package org.nuanxin.dispatch.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/**
 * Who wants to be told of what, in memory, so that a decision nobody subscribed to costs nothing. A change is known at once
 * where it was made, and to other instances within {@value #PERIOD_MILLIS} ms.
 */
@ApplicationScoped
class Subscriptions {
    private static final long PERIOD_MILLIS = 1000;
    private static final Duration PERIOD = Duration.ofMillis(PERIOD_MILLIS);

    /** What was read, and which reading it was: an older one never undoes a newer. */
    private record Known(long reading, List<Subscription> subscriptions) {}

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final Loop loop;
    private final AtomicLong readings = new AtomicLong();
    private @Nullable Known known;

    Subscriptions(Transactions transactions, Webhooks webhooks, Vertx vertx) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.loop = new Loop("webhook subscriptions", vertx, () -> refresh().replaceWith(PERIOD));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** In a session, since the first caller may be earlier than the first reading. */
    Uni<List<Subscription>> current() {
        Known soFar = known();
        return soFar == null ? read() : Uni.createFrom().item(soFar.subscriptions());
    }

    Uni<Void> refresh() {
        return transactions.read(this::read).replaceWithVoid();
    }

    private Uni<List<Subscription>> read() {
        long reading = readings.incrementAndGet();
        return webhooks.inUse()
                .map(found -> found.stream().map(Webhook::subscription).toList())
                .invoke(found -> keep(new Known(reading, found)));
    }

    private synchronized @Nullable Known known() {
        return known;
    }

    private synchronized void keep(Known newer) {
        if (known == null || known.reading() < newer.reading()) known = newer;
    }
}
