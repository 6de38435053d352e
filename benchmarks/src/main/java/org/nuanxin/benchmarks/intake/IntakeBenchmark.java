package org.nuanxin.benchmarks.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.report.Times;
import org.nuanxin.benchmarks.stack.Lag;
import org.nuanxin.benchmarks.stack.RunningStack;

/**
 * Submissions over HTTP (token, validation, idempotency row, request row, journal row) beside pgbench's three inserts, with the
 * same number of connections, in turns. First with intake, relay and broker only, then with every service at work.
 */
public final class IntakeBenchmark {
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final Duration ROUND = Duration.ofSeconds(10);
    // until the compiler has nothing left to do: it takes an eighth of the machine for the first minutes
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final List<String> OTHERS = List.of("dispatch", "volunteer", "feedback");

    private final RunningStack stack;
    private final Pgbench pgbench;
    private final Submissions submissions;

    private IntakeBenchmark(RunningStack stack, Pgbench pgbench, Submissions submissions) {
        this.stack = stack;
        this.pgbench = pgbench;
        this.submissions = submissions;
    }

    private record Rounds(double http, double pgbench) {}

    public static void run(List<String> options) throws IOException, InterruptedException {
        try (RunningStack stack = RunningStack.fresh("intake");
                Submissions submissions =
                        new Submissions(stack.port(1), CONNECTIONS, stack.api().token("resident-1"))) {
            Pgbench pgbench = new Pgbench(stack.address("postgres"), Path.of("benchmarks", "target", "pgbench"));
            new IntakeBenchmark(stack, pgbench, submissions).measure();
            submissions.complain();
        }
    }

    private void measure() throws IOException, InterruptedException {
        submissions.perSecond(CONNECTIONS, WARM_UP);
        for (String other : OTHERS) {
            stack.hold(other, true);
        }
        Rounds alone = rounds("intake, relay, broker");
        Times ours = submissions.at(alone.http() / 2, ROUND);
        Times theirs = pgbench.at(alone.pgbench() / 2, CONNECTIONS, ROUND);
        for (String other : OTHERS) {
            stack.hold(other, false);
        }
        Lag lag = new Lag(stack.address("kafka"));
        lag.awaitNone();
        Rounds all = rounds("all services");
        System.out.printf("%d events are still to be handled after the last round%n", lag.events());
        System.out.printf("%-34s %8s %8s %8s%n", "at half load", "p50", "p90", "p99");
        System.out.printf("%-34s %s%n%-34s %s%n", "submission", ours, "pgbench", theirs);
        System.out.println(Machine.now());
        Figure.print("P1 alone", alone.http() / alone.pgbench(), ">= 0.8");
        Figure.print("P1 all services", all.http() / all.pgbench(), ">= 0.25");
        Figure.print("P1 p99 at half load", ours.millis(99) / theirs.millis(99), "<= 2");
    }

    private Rounds rounds(String title) throws IOException, InterruptedException {
        List<Double> http = new ArrayList<>();
        List<Double> pg = new ArrayList<>();
        System.out.printf("%-34s %12s %12s   %s%n", title, "HTTP/s", "pgbench/s", Spent.TITLE);
        for (int round = 1; round <= ROUNDS; round++) {
            Spent before = Spent.by(stack);
            http.add(submissions.perSecond(CONNECTIONS, ROUND));
            String spent = Spent.by(stack).since(before).each(http.getLast() * ROUND.toSeconds());
            pg.add(pgbench.perSecond(CONNECTIONS, ROUND));
            System.out.printf(
                    Locale.ROOT, "%-34s %12.0f %12.0f   %s%n", "round " + round, http.getLast(), pg.getLast(), spent);
        }
        return new Rounds(median(http), median(pg));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
