package org.nuanxin.benchmarks.instances;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nuanxin.benchmarks.intake.Submissions;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.stack.RunningStack;

/**
 * P12: accepted submissions a second through the front with two instances of each service, divided by those with one; and, with
 * two, how long the request that has waited longest waited after one instance was killed.
 */
public final class InstancesBenchmark {
    private static final int CONNECTIONS = 16;
    private static final int ROUNDS = 3;
    private static final int FRONT = 0;
    private static final int WARM_UP = 12; // rounds
    private static final List<String> KILLED =
            List.of("intake", "intake-2", "dispatch", "dispatch-2", "volunteer", "volunteer-2");

    private final Duration round;

    private InstancesBenchmark(Duration round) {
        this.round = round;
    }

    /** {@code [seconds of a round]}. */
    public static void run(List<String> options) throws IOException, InterruptedException {
        int seconds = options.isEmpty() ? 10 : Integer.parseInt(options.getFirst());
        new InstancesBenchmark(Duration.ofSeconds(seconds)).measure();
    }

    private void measure() throws IOException, InterruptedException {
        double one;
        try (RunningStack stack = RunningStack.fresh("instances", "--instances", "1")) {
            one = perSecond(stack);
        }
        double two;
        double longest = 0;
        try (RunningStack stack = RunningStack.fresh("instances", "--instances", "2")) {
            two = perSecond(stack);
            Takeover takeover = new Takeover(stack);
            System.out.printf("%-34s %12s %12s%n", "killed", "usual wait", "longest wait");
            for (String instance : KILLED) {
                Takeover.Waits waits = takeover.of(instance);
                System.out.printf(Locale.ROOT, "%-34s %10.2f s %10.2f s%n", instance, waits.usual(), waits.longest());
                longest = Math.max(longest, waits.longest());
            }
        }
        System.out.printf(Locale.ROOT, "submissions/s: one %.0f, two %.0f%n", one, two);
        System.out.println(Machine.now());
        Figure.print("P12 throughput of two / one", two / one, ">= 1.7 where the processors are not the limit");
        Figure.print("P12 takeover, s", longest, "<= 5");
    }

    private double perSecond(RunningStack stack) throws InterruptedException {
        List<Double> rounds = new ArrayList<>();
        try (Submissions submissions =
                new Submissions(stack.port(FRONT), CONNECTIONS, stack.api().token("resident-1"))) {
            submissions.perSecond(CONNECTIONS, round.multipliedBy(WARM_UP));
            for (int i = 0; i < ROUNDS; i++) rounds.add(submissions.perSecond(CONNECTIONS, round));
            submissions.complain();
        }
        return rounds.stream().sorted().toList().get(ROUNDS / 2);
    }
}
