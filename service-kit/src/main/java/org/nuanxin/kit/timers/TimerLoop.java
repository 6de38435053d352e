package org.nuanxin.kit.timers;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.nuanxin.kit.transactions.Failures;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/**
 * Fires what is due. It sleeps until the earliest due time and is woken when an earlier one is set here; one set by another
 * instance is fired by that instance, or by this one within {@value #LONGEST_SLEEP_MILLIS} ms.
 */
@ApplicationScoped
class TimerLoop {
    private static final Logger LOG = Logger.getLogger(TimerLoop.class);
    private static final long LONGEST_SLEEP_MILLIS = 1000;
    private static final int CROWD = 100;
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(LONGEST_SLEEP_MILLIS);

    private final Transactions transactions;
    private final DueTimers dueTimers;
    private final Loop loop;
    private final Instance<TimerOwner<?>> owner;
    private final Resting resting = new Resting();
    private final TimerLag lag;
    private volatile Instant sleepsUntil = Instant.MAX;

    TimerLoop(
            Vertx vertx,
            Transactions transactions,
            DueTimers dueTimers,
            Instance<TimerOwner<?>> owner,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.dueTimers = dueTimers;
        this.owner = owner;
        this.loop = new Loop("timers", vertx, this::round);
        this.lag = new TimerLag(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (owner.isResolvable()) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** A timer has been set: the loop looks again if it would sleep past it. */
    void wakeFor(Instant dueAt) {
        if (dueAt.isBefore(sleepsUntil)) {
            loop.wake();
        }
    }

    /** What a look at the table came to: how long to rest, or more than is fired at a time. */
    private record Look(Duration rest, List<UUID> crowd) {}

    private Uni<Duration> round() {
        sleepsUntil = Instant.MAX; // what is set from here on may be missed by this round's look
        return transactions
                .run(this::look)
                .chain(look -> look.crowd().isEmpty() ? Uni.createFrom().item(look.rest()) : fireBeside(look.crowd()))
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithUni(this::oneByOne);
    }

    private Uni<Look> look(Instant now) {
        return dueTimers.subjects(now, resting.subjects()).chain(subjects -> {
            if (subjects.size() > CROWD) return Uni.createFrom().item(new Look(Duration.ZERO, subjects));
            return (subjects.isEmpty() ? sleep(now) : fire(owner.get(), subjects, now))
                    .map(rest -> new Look(rest, List.of()));
        });
    }

    /** In two transactions side by side: the database works for one while the service does for the other. */
    private Uni<Duration> fireBeside(List<UUID> crowd) {
        int half = crowd.size() / 2;
        return Uni.join()
                .all(fireTogether(crowd.subList(0, half)), fireTogether(crowd.subList(half, crowd.size())))
                .andFailFast()
                .replaceWith(Duration.ZERO);
    }

    private Uni<Duration> fireTogether(List<UUID> subjects) {
        return transactions.runApart(now -> fire(owner.get(), subjects, now));
    }

    private <S> Uni<Duration> fire(TimerOwner<S> mine, List<UUID> subjects, Instant now) {
        return mine.lock(subjects)
                .invoke(locked -> rest(subjects, locked.keySet()))
                .chain(locked -> dueTimers
                        .take(locked.keySet(), now)
                        .call(due -> due.isEmpty() ? Uni.createFrom().voidItem() : mine.fire(due, locked, now)))
                .invoke(due -> transactions.unit().afterCommit(() -> lag.fired(due, now)))
                .replaceWith(Duration.ZERO);
    }

    private void rest(List<UUID> subjects, Set<UUID> locked) {
        resting.served(locked);
        resting.busy(
                subjects.stream().filter(subject -> !locked.contains(subject)).toList());
    }

    private Uni<Duration> sleep(Instant now) {
        return dueTimers
                .earliest(resting.subjects())
                .map(earliest -> earliest.map(due -> Duration.between(now, due))
                        .filter(rest -> rest.compareTo(LONGEST_SLEEP) < 0)
                        .map(rest -> rest.isNegative() ? Duration.ZERO : rest.plusMillis(1))
                        .orElse(LONGEST_SLEEP))
                .map(resting::shortest)
                .invoke(rest -> sleepsUntil = now.plus(rest));
    }

    /** One subject's timers fail and must not hold up the others: they are tried apart, and what fails rests a while. */
    private Uni<Duration> oneByOne(Throwable failure) {
        LOG.errorf(failure, "firing a batch of timers failed; trying its subjects one by one");
        return transactions
                .runApart(now -> dueTimers.subjects(now, resting.subjects()))
                .chain(subjects -> Multi.createFrom()
                        .iterable(subjects)
                        .onItem()
                        .transformToUniAndConcatenate(this::fireApart)
                        .collect()
                        .last())
                .replaceWith(Duration.ZERO);
    }

    private Uni<Duration> fireApart(UUID subject) {
        return fireTogether(List.of(subject))
                .onFailure(failure -> !Failures.passes(failure))
                .recoverWithItem(failure -> {
                    LOG.errorf(failure, "timers of %s rest for a while", subject);
                    resting.failed(subject);
                    return Duration.ZERO;
                });
    }
}
