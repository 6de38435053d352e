package org.nuanxin.benchmarks.growth;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.nuanxin.benchmarks.report.Cpu;
import org.nuanxin.benchmarks.stack.RunningStack;

/** Processor time in ms: of the four services, of PostgreSQL, of the broker and the front. */
record Spent(double services, double postgres, double others) {
    private static final List<String> SERVICES = List.of("intake", "dispatch", "volunteer", "feedback");

    static Spent by(RunningStack stack) throws IOException {
        Duration services = Duration.ZERO;
        for (String service : SERVICES) services = services.plus(Cpu.of(stack.pid(service)));
        Duration others = Cpu.of(stack.pid("kafka")).plus(Cpu.of(stack.launcherPid()));
        return new Spent(
                services.toMillis(), Cpu.ofPostgres(stack.pid("postgres")).toMillis(), others.toMillis());
    }

    double all() {
        return services + postgres + others;
    }

    Spent minus(Spent other) {
        return new Spent(services - other.services, postgres - other.postgres, others - other.others);
    }

    Spent times(double factor) {
        return new Spent(services * factor, postgres * factor, others * factor);
    }
}
