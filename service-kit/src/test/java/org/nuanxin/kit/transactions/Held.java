package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/** Holds a transaction open after everything it has gathered is written, until released. */
public final class Held implements Pending {
    private final CompletableFuture<Void> release = new CompletableFuture<>();

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
    public Uni<Void> write() {
        return Contexts.back(Uni.createFrom().completionStage(release));
    }
}
