package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Holds a transaction open after everything it has gathered is written, until released: its last statement before the commit
 * waits for a lock that another transaction holds.
 */
public final class Held implements Pending {
    private static final String LOCK = "select pg_advisory_xact_lock($1)";

    private final long lock = ThreadLocalRandom.current().nextLong();
    private final CompletableFuture<Void> release = new CompletableFuture<>();

    public Held(Transactions transactions, Sql sql) {
        CompletableFuture<Void> locked = new CompletableFuture<>();
        transactions
                .runApart(now -> sql.query(LOCK, lock)
                        .invoke(() -> locked.complete(null))
                        .chain(() -> Contexts.back(Uni.createFrom().completionStage(release))))
                .subscribe()
                .with(_ -> {}, locked::completeExceptionally);
        locked.join();
    }

    /** To be called inside the transaction that is to be held open. */
    public void hold(UnitOfWork unit) {
        unit.gather(Held.class, () -> this);
    }

    public void release() {
        release.complete(null);
    }

    @Override
    public int turn() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Write write() {
        return Write.of(LOCK, lock);
    }
}
