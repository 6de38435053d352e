package org.nuanxin.benchmarks.load;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.nuanxin.benchmarks.stack.RunningStack;

/** Requests from submission to closure, by simulated people, at a steady rate. */
public final class WholeLoops implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofMinutes(2);
    private static final int RESIDENTS = 500;
    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx();
    private final Neighbourhood people;
    private final Submitter submitter;
    private final AtomicLong number = new AtomicLong();

    public WholeLoops(RunningStack stack) throws InterruptedException {
        people = new Neighbourhood(stack.api());
        submitter = new Submitter(
                vertx, stack.port(1), stack.api().token(Neighbourhood.CLIENT), Neighbourhood.SERVICE_TYPE, CONNECTIONS);
        people.move();
    }

    /** Returns when all are closed, or two minutes later; with how many were. */
    public long run(double perSecond, Duration during) throws InterruptedException {
        long before = people.closed();
        Tally tally = new OpenLoop(vertx, Arrivals.constant(perSecond), () -> {
                    String resident = "loop-resident-" + number.incrementAndGet() % RESIDENTS;
                    return submitter.submitFor(resident).onSuccess(answer -> {
                        if (answer.accepted()) people.follow(resident, answer.id());
                    });
                })
                .run(during);
        long end = System.nanoTime() + LONGEST_END.toNanos();
        while (people.closed() - before < tally.accepted().count() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        return people.closed() - before;
    }

    @Override
    public void close() {
        people.close();
        vertx.close();
    }
}
