package org.nuanxin.kit.problems;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that was let in: it has a place among those being answered, and gives it up to others while it waits for something. */
public final class Visit {
    private static final String VISIT = Visit.class.getName();

    private final Room answering;
    private final Room waiting;
    private final boolean repeatable;
    private final Supplier<TooBusy> refusal;
    private @Nullable Room in;
    private int waits;

    /**
     * @param answering where it has a place already
     * @param repeatable whether it changes nothing, so that it can be refused at any time
     */
    Visit(Room answering, Room waiting, boolean repeatable, Supplier<TooBusy> refusal) {
        this.answering = answering;
        this.waiting = waiting;
        this.repeatable = repeatable;
        this.refusal = refusal;
        this.in = answering;
    }

    /**
     * Waits, without a place among those being answered where it is a call that waits. Where too many wait already, a call that
     * only reads fails with a {@link Problem} (503), and one that may have changed something keeps its place.
     */
    public static <T> Uni<T> aside(Uni<T> wait) {
        return Uni.createFrom()
                .deferred(() -> current().map(visit -> visit.outside(wait)).orElse(wait));
    }

    private static Optional<Visit> current() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.get(VISIT) : Optional.empty();
    }

    /** From now on it is the caller's. */
    void begin() {
        ContextLocals.put(VISIT, this);
    }

    synchronized void end() {
        if (in != null) in.leave();
        in = null;
    }

    private <T> Uni<T> outside(Uni<T> wait) {
        stepAside();
        return wait.onTermination().invoke(this::comeBack);
    }

    private synchronized void stepAside() {
        if (in == answering) {
            if (waiting.enter()) {
                answering.leave();
                in = waiting;
            } else if (repeatable) {
                throw refusal.get();
            }
        }
        waits++;
    }

    private synchronized void comeBack() {
        waits--;
        if (waits == 0 && in == waiting) {
            waiting.leave();
            answering.comeBack();
            in = answering;
        }
    }
}
