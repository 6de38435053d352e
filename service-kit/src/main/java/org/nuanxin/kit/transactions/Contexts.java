package org.nuanxin.kit.transactions;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hibernate Reactive wants each unit of work on a Vert.x context of its own; this gives it one, and leads back. */
public final class Contexts {
    private Contexts() {}

    /**
     * On the caller's context where it has one of its own (an HTTP request), else on a fresh one. Work that has begun runs to
     * its end even if nobody waits for it any more: a phone that hangs up must not tear a transaction off in the middle.
     */
    static <T> Uni<T> onVertx(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> VertxContext.isOnDuplicatedContext() ? toItsEnd(work) : apart(vertx, work));
    }

    /** On a context that nobody else uses; the caller goes on where it was. */
    static <T> Uni<T> apart(Vertx vertx, Supplier<Uni<T>> work) {
        return back(fresh(vertx, work));
    }

    /** On a context that nobody else uses; what follows stays there. */
    static <T> Uni<T> fresh(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> begin(vertx, work, emitter::complete, emitter::fail));
    }

    /** At once, on a context that nobody else uses and that knows nothing of the caller: neither their trace nor their request. */
    static <T> void begin(Vertx vertx, Supplier<Uni<T>> work, Consumer<? super T> done, Consumer<Throwable> failed) {
        Context context = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                _ -> Uni.createFrom().deferred(work::get).subscribe().with(done, failed));
    }

    /**
     * Goes on where it was waited for. Whoever completes what is waited for may do so on the context of another request, whose
     * session and transaction must not become ours.
     */
    public static <T> Uni<T> back(Uni<T> awaited) {
        return Uni.createFrom().deferred(() -> awaited.emitOn(here()));
    }

    /** Runs on the Vert.x context it was asked for on; at once where there was none. */
    public static Executor here() {
        Context mine = Vertx.currentContext();
        return mine == null ? Runnable::run : next -> mine.runOnContext(_ -> next.run());
    }

    private static <T> Uni<T> toItsEnd(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .emitter(emitter ->
                        Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
    }
}
