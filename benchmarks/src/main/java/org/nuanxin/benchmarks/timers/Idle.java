package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.nuanxin.benchmarks.report.Cpu;
import org.nuanxin.benchmarks.stack.RunningStack;

/** What dispatch-service and PostgreSQL take of a core while nothing is due. */
final class Idle {
    // autovacuum looks every ten seconds, and has something to do after so many rows
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final RunningStack stack;
    private final Population population;

    Idle(RunningStack stack, Population population) {
        this.stack = stack;
        this.population = population;
    }

    /** Percent of a core. */
    record Result(double service, double postgres) {
        double both() {
            return service + postgres;
        }
    }

    Result with(int pending, Duration during) throws SQLException, IOException, InterruptedException {
        population.clear();
        population.pending(pending);
        Thread.sleep(SETTLED);
        Duration service = Cpu.of(stack.pid("dispatch"));
        Duration postgres = Cpu.ofPostgres(stack.pid("postgres"));
        Thread.sleep(during);
        return new Result(
                percent(Cpu.of(stack.pid("dispatch")).minus(service), during),
                percent(Cpu.ofPostgres(stack.pid("postgres")).minus(postgres), during));
    }

    private static double percent(Duration taken, Duration during) {
        return 100.0 * taken.toMillis() / during.toMillis();
    }
}
