package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.nuanxin.benchmarks.report.Cpu;
import org.nuanxin.benchmarks.stack.RunningStack;

/** How many timers somebody fires in a second when more are due than they can fire, and what each takes of a processor. */
final class Firing {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIRED = "select count(*) from journal where type in ('ClockWarned', 'ClockBreached')";

    private final RunningStack stack;
    private final Database database;
    private final Population population;

    Firing(RunningStack stack, Database database, Population population) {
        this.stack = stack;
        this.database = database;
        this.population = population;
    }

    /** @param micros of processor time per timer, of the one who fires, of the relay and of PostgreSQL */
    record Round(double perSecond, double micros, double microsOfPostgres) {}

    private record Reading(long fired, Duration cpu, Duration postgres, long nanos) {
        Round since(Reading before) {
            double fired = this.fired - before.fired;
            return new Round(
                    fired * 1e9 / (nanos - before.nanos),
                    cpu.minus(before.cpu).toNanos() / 1000.0 / fired,
                    postgres.minus(before.postgres).toNanos() / 1000.0 / fired);
        }
    }

    /** @param due more than it can fire in the time */
    Round of(Contestant who, int due, int pending, Duration window)
            throws SQLException, IOException, InterruptedException {
        population.clear();
        population.pending(pending);
        Instant now = Instant.now();
        population.due(due, _ -> now);
        who.load();
        who.start();
        try {
            await(who);
            Thread.sleep(WARM_UP);
            Reading before = read(who);
            Thread.sleep(window);
            Reading after = read(who);
            if (after.fired() >= due) System.out.println("  " + who.name() + " ran out of due timers: rate too low");
            return after.since(before);
        } finally {
            who.stop();
        }
    }

    private void await(Contestant who) throws SQLException, IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (database.count(FIRED) == 0) {
            if (System.nanoTime() > end) throw new IOException(who.name() + " fires nothing");
            Thread.sleep(50);
        }
    }

    private Reading read(Contestant who) throws SQLException, IOException {
        Duration postgres = Cpu.ofPostgres(stack.pid("postgres"));
        Duration cpu = Cpu.of(who.pid());
        long relay = stack.pid("dispatch");
        if (relay != who.pid()) cpu = cpu.plus(Cpu.of(relay));
        long nanos = System.nanoTime();
        return new Reading(database.count(FIRED), cpu.plus(postgres), postgres, nanos);
    }
}
