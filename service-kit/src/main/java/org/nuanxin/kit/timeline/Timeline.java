package org.nuanxin.kit.timeline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.nuanxin.events.Event;
import org.nuanxin.kit.journal.EventJson;
import org.nuanxin.kit.problems.Visit;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.UnitOfWork;

/**
 * What happened, per subject (a request, a person's app, a board). Entries commit with the state they tell of and are numbered
 * without gaps in the order of their commits; so whoever has read up to a number misses nothing by asking for what is after
 * it, from any instance.
 */
@ApplicationScoped
public class Timeline {
    private static final int PAGE = 200;
    // signals wake a stream, and their safety net does; this is only in case both are broken
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final String AFTER = """
            (select seq, type, at, data from timeline where subject = $1 and seq > $2 order by seq limit $3)
            union all
            (select also_seq, type, at, data from timeline where also = $1 and also_seq > $2 order by also_seq limit $3)
            order by seq limit $3
            """;

    private final Transactions transactions;
    private final Pool pool;
    private final Signals signals;

    Timeline(Transactions transactions, Pool pool, Signals signals) {
        this.transactions = transactions;
        this.pool = pool;
        this.signals = signals;
    }

    /** Adds in the caller's transaction; IllegalStateException outside one. */
    public Uni<Void> add(String subject, Event event) {
        return addAll(List.of(event), _ -> List.of(subject));
    }

    /** Adds all in their order, each to every story it belongs to; else as {@link #add}. */
    public <E extends Event> Uni<Void> addAll(Collection<E> events, Function<? super E, List<String>> subjects) {
        return Uni.createFrom().voidItem().invoke(() -> {
            UnitOfWork unit = transactions.unit();
            PendingEntries pending = unit.gather(PendingEntries.class, () -> new PendingEntries(signals));
            for (E event : events) {
                String data = unit.textOf(event, EventJson::write);
                pending.add(subjects.apply(event), event.getClass().getSimpleName(), event.at(), data);
            }
        });
    }

    /** Entries after a number, oldest first. */
    public Uni<List<TimelineEntry>> entries(String subject, long after, int limit) {
        return pool.preparedQuery(AFTER)
                .execute(Tuple.of(subject, after, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Timeline::entry)
                        .toList());
    }

    /** The number of the newest entry; 0 where there is none. */
    public Uni<Long> head(String subject) {
        return pool.preparedQuery("select seq from timeline_head where subject = $1")
                .execute(Tuple.of(subject))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong(0));
    }

    /**
     * All entries after a number and then every new one, for as long as somebody listens and this instance is not about to end;
     * only as fast as they take them.
     */
    public Multi<TimelineEntry> live(String subject, long after) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicLong(after), last -> next(subject, last))
                .whilst(_ -> !signals.ending())
                .onItem()
                .disjoint();
    }

    private Uni<List<TimelineEntry>> next(String subject, AtomicLong last) {
        Signals.Watch watch = signals.watch(subject, last.get());
        return entries(subject, last.get(), PAGE)
                .chain(found -> found.isEmpty()
                        ? Visit.aside(watch.changed(QUIET)).replaceWith(found)
                        : Uni.createFrom().item(found))
                .onTermination()
                .invoke(watch::close)
                .invoke(found -> {
                    if (!found.isEmpty()) {
                        last.set(found.getLast().seq());
                    }
                });
    }

    /**
     * Waits for a state: reads at once and again whenever something happened to the subject.
     *
     * @param longest how long to wait at most
     * @param read what is looked for; called outside any transaction
     * @return empty where it had not come about in time
     */
    public <T> Uni<Optional<T>> await(String subject, Duration longest, Supplier<Uni<Optional<T>>> read) {
        return Uni.createFrom()
                .deferred(() -> await(subject, Signals.UNKNOWN, System.nanoTime() + longest.toNanos(), read));
    }

    private <T> Uni<Optional<T>> await(String subject, long seen, long deadline, Supplier<Uni<Optional<T>>> read) {
        Signals.Watch watch = signals.watch(subject, seen);
        return read.get()
                .chain(found -> {
                    Duration left = Duration.ofNanos(deadline - System.nanoTime());
                    return found.isPresent() || !left.isPositive() || signals.ending()
                            ? Uni.createFrom().item(found)
                            : Visit.aside(watch.changed(left)).chain(head -> await(subject, head, deadline, read));
                })
                .onTermination()
                .invoke(watch::close);
    }

    private static TimelineEntry entry(Row row) {
        return new TimelineEntry(
                row.getLong(0), row.getString(1), row.getOffsetDateTime(2).toInstant(), row.getString(3));
    }
}
