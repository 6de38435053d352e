package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One transaction while it runs: its time, what it has gathered to write at the end, and whose trace each subject belongs to. */
public final class UnitOfWork {
    private final Map<Class<? extends Pending>, Pending> pending = new LinkedHashMap<>();
    private final Map<String, String> traces = new HashMap<>();
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

    /** Runs after the commit; not at all after a rollback. Must not block and must not fail. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    Uni<Void> write() {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (Pending gathered : pending.values()) {
            written = written.chain(() -> gathered.write().replaceWithVoid());
        }
        return written;
    }

    void committed() {
        pending.values().forEach(Pending::committed);
        afterCommit.forEach(Runnable::run);
    }
}
