package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.transactions.Transactions;

/**
 * Where a service's consumers hand in what Kafka delivers.
 *
 * <ul>
 *   <li>An event delivered any number of times takes effect once: its mark and its effect commit together or not at all.
 *   <li>A store that is away is waited for, without limit: it makes no dead letter and loses nothing.
 *   <li>An event that cannot be read, or breaks a rule, becomes a dead letter while the rest of its batch goes on; later
 *       events of its subject queue behind it until it is replayed.
 *   <li>A type this version does not know is skipped.
 * </ul>
 */
@ApplicationScoped
public class Inbox {
    /** Lets the events of a batch take effect, in their order, in the inbox's transaction; locks its aggregates sorted by id. */
    @FunctionalInterface
    public interface Handler<E extends Event> {
        Uni<Void> handle(List<E> events, Instant now);
    }

    private final Map<Topic, Subscription<?>> subscriptions = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final Marks marks;
    private final DeadLetters deadLetters;

    Inbox(Transactions transactions, Marks marks, DeadLetters deadLetters) {
        this.transactions = transactions;
        this.marks = marks;
        this.deadLetters = deadLetters;
    }

    /** Says what the events of a topic's contract do here; once per topic and service. */
    public <E extends Event> Subscription<E> subscribe(Class<E> contract, Handler<E> handler) {
        Topic topic = List.of(Topic.values()).stream()
                .filter(candidate -> candidate.contract().equals(contract))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(contract + " is no topic's contract"));
        Subscription<E> subscription =
                new Subscription<>(topic, contract, handler, transactions, marks, deadLetters, Patience.USUAL);
        subscriptions.put(topic, subscription);
        return subscription;
    }

    Subscription<?> subscription(Topic topic) {
        Subscription<?> subscription = subscriptions.get(topic);
        if (subscription == null) {
            throw new IllegalArgumentException("nobody listens to " + topic.topicName());
        }
        return subscription;
    }
}
