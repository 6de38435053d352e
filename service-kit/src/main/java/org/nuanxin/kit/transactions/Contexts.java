package org.nuanxin.kit.transactions;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/** Hibernate Reactive wants each unit of work on a Vert.x context of its own; this gives it one. */
public final class Contexts {
    private Contexts() {}

    /** On the caller's context where it has one of its own (an HTTP request), else on a fresh one. */
    static <T> Uni<T> onVertx(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> VertxContext.isOnDuplicatedContext() ? work.get() : fresh(vertx, work));
    }

    /** On a context that nobody else uses. */
    public static <T> Uni<T> fresh(Vertx vertx, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context =
                    Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    _ -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
