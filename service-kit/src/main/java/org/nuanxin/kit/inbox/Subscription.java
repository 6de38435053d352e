package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.nuanxin.events.Event;
import org.nuanxin.events.Topic;
import org.nuanxin.kit.transactions.Failures;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.UnitOfWork;

/** What one topic does in this service; see {@link Inbox} for what it guarantees. */
public final class Subscription<E extends Event> {
    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final Topic topic;
    private final Class<E> contract;
    private final Inbox.Handler<E> handler;
    private final Transactions transactions;
    private final Marks marks;
    private final DeadLetters deadLetters;
    private final Patience patience;

    Subscription(
            Topic topic,
            Class<E> contract,
            Inbox.Handler<E> handler,
            Transactions transactions,
            Marks marks,
            DeadLetters deadLetters,
            Patience patience) {
        this.topic = topic;
        this.contract = contract;
        this.handler = handler;
        this.transactions = transactions;
        this.marks = marks;
        this.deadLetters = deadLetters;
        this.patience = patience;
    }

    /** Completes, and the batch may be acknowledged, when every event of it has taken effect or lies among the dead letters. */
    public Uni<Void> take(ConsumerRecords<String, String> batch) {
        return patience.with(() -> {
            List<Arrival> arrivals = StreamSupport.stream(batch.spliterator(), false)
                    .flatMap(message -> Stream.ofNullable(Arrival.of(message, topic)))
                    .toList();
            return arrivals.isEmpty() ? Uni.createFrom().voidItem() : takeAll(arrivals);
        });
    }

    private Uni<Void> takeAll(List<Arrival> arrivals) {
        return together(arrivals)
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithUni(() -> oneByOne(arrivals));
    }

    private Uni<Void> together(List<Arrival> arrivals) {
        return transactions.runApart(now -> marks.mark(arrivals).chain(marked -> {
            List<E> events = new ArrayList<>();
            List<Arrival> aside = new ArrayList<>();
            for (Arrival arrival : arrivals) {
                if (marked.fresh().remove(arrival.id())) {
                    sort(arrival, marked, events, aside);
                }
            }
            return effect(events, now).chain(() -> deadLetters.park(aside, now));
        }));
    }

    /** Whatever cannot be read blocks its subject; whatever finds its subject blocked queues up behind. */
    private void sort(Arrival arrival, Marks.Marked marked, List<E> events, List<Arrival> aside) {
        if (marked.blocked().contains(arrival.subject())) {
            aside.add(arrival.faulty("waits behind an earlier dead letter"));
        } else if (arrival.fault() != null) {
            marked.blocked().add(arrival.subject());
            aside.add(arrival);
        } else {
            traces(arrival);
            events.add(contract.cast(arrival.event()));
        }
    }

    private void traces(Arrival arrival) {
        UnitOfWork unit = transactions.unit();
        if (arrival.trace() != null) {
            unit.trace(arrival.subject(), arrival.trace());
        }
    }

    private Uni<Void> effect(List<E> events, Instant now) {
        return events.isEmpty() ? Uni.createFrom().voidItem() : handler.handle(events, now);
    }

    private Uni<Void> oneByOne(List<Arrival> arrivals) {
        return Multi.createFrom()
                .iterable(arrivals)
                .onItem()
                .transformToUniAndConcatenate(arrival -> patience.with(() -> takeOne(arrival)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> takeOne(Arrival arrival) {
        return together(List.of(arrival))
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithUni(failure -> bury(arrival, failure));
    }

    private Uni<Void> bury(Arrival arrival, Throwable failure) {
        LOG.errorf(failure, "%s %s of %s becomes a dead letter", arrival.type(), arrival.id(), arrival.subject());
        return together(List.of(arrival.faulty(failure.getClass().getSimpleName())));
    }

    /** Replays one dead letter in the caller's transaction. */
    Uni<Void> again(Arrival letter, Instant now) {
        if (letter.event() == null) {
            return Uni.createFrom().failure(new IllegalStateException(String.valueOf(letter.fault())));
        }
        traces(letter);
        return handler.handle(List.of(contract.cast(letter.event())), now);
    }
}
