package org.nuanxin.kit.clock;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/**
 * Ends an instance whose clock was set back, so that whoever supervises it starts it anew. Kafka's clients never let their time go
 * back: until the clock has caught up they send no heartbeat, and the instance is out of its groups for as long.
 */
@ApplicationScoped
class ClockWatch {
    /** "Try again", among the exit codes of sysexits.h. */
    static final int EXIT_CODE = 75;

    private static final Logger LOG = Logger.getLogger(ClockWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Duration most;
    private final WallClock clock;
    private final IntConsumer exit;
    private long timer = -1;

    @Inject
    ClockWatch(Vertx vertx, ClockLimits limits) {
        this(vertx, limits, new WallClock(InstantSource.system(), System::nanoTime), Quarkus::asyncExit);
    }

    ClockWatch(Vertx vertx, ClockLimits limits, WallClock clock, IntConsumer exit) {
        this.vertx = vertx;
        this.most = limits.setBack();
        this.clock = clock;
        this.exit = exit;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(EVERY.toMillis(), _ -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    void look() {
        Duration back = clock.setBack();
        if (back.compareTo(most) > 0) {
            LOG.errorf(
                    "The machine's clock was set back by %s: Kafka would hear nothing of this instance for as long. It ends,"
                            + " to be started anew.",
                    back);
            vertx.cancelTimer(timer);
            exit.accept(EXIT_CODE);
        }
    }
}
