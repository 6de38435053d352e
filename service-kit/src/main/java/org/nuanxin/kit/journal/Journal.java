package org.nuanxin.kit.journal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.nuanxin.events.Event;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.UnitOfWork;

/**
 * Where a use case leaves its events. They are sent if, and only if, its transaction commits; at least once; those of one
 * aggregate in the order of its row lock; and they are kept, so that Kafka can be refilled.
 */
@ApplicationScoped
public class Journal {
    private final Transactions transactions;
    private final Relay relay;

    Journal(Transactions transactions, Relay relay) {
        this.transactions = transactions;
        this.relay = relay;
    }

    /** Appends in the caller's transaction; fails with IllegalStateException outside one, since such an event would vanish. */
    public Uni<Void> append(Event event) {
        return appendAll(List.of(event));
    }

    /** Appends all in their order; else as {@link #append}. */
    public Uni<Void> appendAll(Collection<? extends Event> events) {
        return Uni.createFrom().voidItem().invoke(() -> {
            UnitOfWork unit = transactions.unit();
            PendingEvents pending = unit.gather(PendingEvents.class, () -> new PendingEvents(relay));
            events.forEach(event -> pending.add(event, unit));
        });
    }
}
