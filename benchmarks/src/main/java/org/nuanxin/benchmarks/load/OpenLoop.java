package org.nuanxin.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Calls that begin when they are due, whatever became of those before. Each is timed from when it should have begun, so that a
 * call which had to wait for this generator, or for a connection, counts with its wait (coordinated omission).
 */
final class OpenLoop {
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final Arrivals arrivals;
    private final Supplier<Future<Answered>> call;
    private final Tally tally = new Tally();

    OpenLoop(Vertx vertx, Arrivals arrivals, Supplier<Future<Answered>> call) {
        this.vertx = vertx;
        this.arrivals = arrivals;
        this.call = call;
    }

    /** Returns when the last call has been answered, or two minutes after it was due. */
    Tally run(Duration during) throws InterruptedException {
        long began = System.nanoTime();
        AtomicLong open = new AtomicLong(1);
        CountDownLatch over = new CountDownLatch(1);
        double[] due = {arrivals.after(0)};
        vertx.setPeriodic(1, timer -> {
            long now = System.nanoTime() - began;
            while (due[0] <= Math.min(now, during.toNanos())) {
                open.incrementAndGet();
                one(began + (long) due[0]).onComplete(_ -> countDown(open, over));
                due[0] = arrivals.after(due[0]);
            }
            if (now > during.toNanos() && vertx.cancelTimer(timer)) countDown(open, over);
        });
        if (!over.await(during.plus(LONGEST_ANSWER).toMillis(), TimeUnit.MILLISECONDS)) {
            System.out.printf("%d calls were never answered%n", open.get());
        }
        return tally;
    }

    private Future<Answered> one(long intended) {
        return call.get()
                .recover(_ -> Future.succeededFuture(Answered.nothing()))
                .onSuccess(answer -> tally.add(answer, Duration.ofNanos(System.nanoTime() - intended)));
    }

    private static void countDown(AtomicLong open, CountDownLatch over) {
        if (open.decrementAndGet() == 0) over.countDown();
    }
}
