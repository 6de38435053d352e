package org.nuanxin.kit.transactions;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work that is done again and again, one round at a time, each in a context of its own: at once when woken, else when the
 * last round said so. A wake-up during a round is not lost. A failed round is tried again after a second.
 */
public final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final String name;
    private final Vertx vertx;
    private final Supplier<Uni<Duration>> round;
    private boolean started;
    private boolean running;
    private boolean again;
    private boolean stopped;
    private boolean complained;
    private long timer = -1;
    private Runnable whenIdle = () -> {};

    /** @param round does the work and says after which rest it wants to be called again; zero for at once */
    public Loop(String name, Vertx vertx, Supplier<Uni<Duration>> round) {
        this.name = name;
        this.vertx = vertx;
        this.round = round;
    }

    /**
     * One that looks every hour for what has been kept long enough.
     *
     * @param forgetBefore forgets what is older, as much at a time as a short transaction bears, and says how much; called again
     *     at once until it finds nothing
     */
    public static Loop forgetting(
            String name,
            Vertx vertx,
            Transactions transactions,
            Duration keep,
            Function<Instant, Uni<Integer>> forgetBefore) {
        return new Loop(
                name,
                vertx,
                () -> transactions
                        .run(now -> forgetBefore.apply(now.minus(keep)))
                        .map(forgotten -> forgotten == 0 ? HOUR : Duration.ZERO));
    }

    public synchronized void start() {
        started = true;
        wake();
    }

    /** Lets a running round end, then {@code whenIdle} runs; no further round begins. */
    public synchronized void stop(Runnable whenIdle) {
        stopped = true;
        this.whenIdle = whenIdle;
        vertx.cancelTimer(timer);
        if (!running) {
            whenIdle.run();
        }
    }

    /** Calls for a round now; cheap, from any thread. */
    public synchronized void wake() {
        if (!started || stopped) {
            return;
        }
        if (running) {
            again = true;
            return;
        }
        running = true;
        again = false;
        vertx.cancelTimer(timer);
        Contexts.begin(vertx, round, this::rest, this::failed);
    }

    private synchronized void rest(Duration rest) {
        complained = false;
        running = false;
        if (stopped) {
            whenIdle.run();
        } else if (again || rest.isZero()) {
            wake();
        } else {
            timer = vertx.setTimer(Math.max(1, rest.toMillis()), _ -> wake());
        }
    }

    private void failed(Throwable failure) {
        complain(failure);
        restAfterFailure();
    }

    private synchronized void restAfterFailure() {
        boolean complainedBefore = complained;
        again = false;
        rest(AFTER_FAILURE);
        complained = complainedBefore;
    }

    private synchronized void complain(Throwable failure) {
        if (Failures.passes(failure) && complained) {
            LOG.debugf("%s: still failing: %s", name, failure.getMessage());
        } else if (Failures.passes(failure)) {
            LOG.warnf("%s: %s; trying again every second", name, failure.getMessage());
        } else {
            LOG.errorf(failure, "%s failed; trying again every second", name);
        }
        complained = true;
    }
}
