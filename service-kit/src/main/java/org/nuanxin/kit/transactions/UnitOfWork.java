package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One transaction while it runs: its time, what it writes at the end, and whose trace each subject belongs to. */
public final class UnitOfWork {
    private static final Logger LOG = Logger.getLogger(UnitOfWork.class);

    private final Map<Class<? extends Pending>, Pending> pending = new HashMap<>();
    private final Map<String, String> traces = new HashMap<>();
    private final IdentityHashMap<Object, String> texts = new IdentityHashMap<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<Uni<?>> checks = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable Instant now;

    void begin(Instant databaseTime) {
        now = databaseTime;
    }

    /** The database's time at the begin of the transaction. */
    public Instant now() {
        return Objects.requireNonNull(now);
    }

    /** The gatherer of a kind, made at its first use in this transaction. */
    public <P extends Pending> P gather(Class<P> kind, Supplier<P> first) {
        return kind.cast(pending.computeIfAbsent(kind, k -> first.get()));
    }

    /** Says which trace (a W3C traceparent) led to what happens to a subject in this transaction. */
    public void trace(String subject, String traceparent) {
        traces.put(subject, traceparent);
    }

    public @Nullable String traceOf(String subject) {
        return traces.get(subject);
    }

    /** The text of a thing that is written to several places in this transaction: made once. */
    public <T> String textOf(T thing, Function<? super T, String> written) {
        return texts.computeIfAbsent(thing, _ -> written.apply(thing));
    }

    /**
     * Writes it at the end of the transaction, in the order in which it is said here and before all that is gathered: what nobody
     * in the transaction will read. In one round trip with the commit, or with what is to be checked before it.
     */
    public void atTheEnd(Write write) {
        if (write != Write.NOTHING) writes.add(write);
    }

    /**
     * Asked in one round trip with what is written {@link #atTheEnd}, after it. Its answer may still take all of it back, by a
     * failure, so the commit waits for it.
     */
    public void checkAtTheEnd(Uni<?> check) {
        checks.add(check);
    }

    /** Runs after the commit; not at all after a rollback. Must not block. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Writes and asks what may still take all of it back; nothing where there is no such thing. */
    Uni<Void> check(ReactiveConnection connection) {
        if (checks.isEmpty()) return Uni.createFrom().voidItem();
        List<Uni<?>> all = new ArrayList<>();
        writes.forEach(write -> all.add(Uni.createFrom().completionStage(() -> Sql.send(connection, write))));
        all.addAll(checks);
        writes.clear();
        return Sql.inOneTrip(all);
    }

    /** What is still to be written, the locks that make others wait last. */
    List<Write> writes() {
        Stream<Write> gathered = pending.values().stream()
                .sorted(Comparator.comparingInt(Pending::turn))
                .map(Pending::write);
        return Stream.concat(writes.stream(), gathered).toList();
    }

    /** What has been committed stays committed: a failure here is logged, not told to the caller. */
    void committed() {
        pending.values().forEach(gathered -> safely(gathered::committed));
        afterCommit.forEach(UnitOfWork::safely);
    }

    private static void safely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("after a commit", e);
        }
    }
}
