package org.nuanxin.benchmarks.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.nuanxin.benchmarks.report.Cpu;
import org.nuanxin.benchmarks.stack.RunningStack;

/** Processor time: of whoever sends, of intake-service, of PostgreSQL, and of broker and front. */
record Spent(Duration sender, Duration intake, Duration postgres, Duration broker) {
    static final String TITLE = "CPU us each: sender, intake, postgres, broker";

    static Spent by(RunningStack stack) throws IOException {
        return new Spent(
                Cpu.of(ProcessHandle.current().pid()),
                Cpu.of(stack.pid("intake")),
                Cpu.ofPostgres(stack.pid("postgres")),
                Cpu.of(stack.pid("kafka")).plus(Cpu.of(stack.launcherPid())));
    }

    Spent since(Spent before) {
        return new Spent(
                sender.minus(before.sender),
                intake.minus(before.intake),
                postgres.minus(before.postgres),
                broker.minus(before.broker));
    }

    /** Microseconds for each of so many submissions. */
    String each(double submissions) {
        return String.format(
                Locale.ROOT,
                "%.0f, %.0f, %.0f, %.0f",
                micros(sender, submissions),
                micros(intake, submissions),
                micros(postgres, submissions),
                micros(broker, submissions));
    }

    private static double micros(Duration all, double submissions) {
        return all.toNanos() / 1000.0 / submissions;
    }
}
