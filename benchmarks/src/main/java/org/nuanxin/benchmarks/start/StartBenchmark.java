package org.nuanxin.benchmarks.start;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.RunningStack;

/** Starts a stack twice: once to have it built, used and its start caches written, as any day leaves it, once to measure. */
public final class StartBenchmark {
    private static final List<String> SERVICES = List.of("intake", "dispatch", "volunteer", "feedback");

    private StartBenchmark() {}

    public static void run() throws IOException, InterruptedException {
        try (RunningStack stack = RunningStack.start("start", "--fresh")) {
            submit(stack.api());
        }
        System.out.println(Machine.now());
        long began = System.nanoTime();
        try (RunningStack stack = RunningStack.start("start")) {
            submit(stack.api());
            Duration accepted = Duration.ofNanos(System.nanoTime() - began);
            print(accepted, stack);
        }
    }

    private static void submit(Api api) {
        Api.Answer answer = api.post(
                "resident-1",
                "/requests",
                Map.of("serviceType", "haircut-at-home", "contact", Map.of("name", "李梅", "phone", "13800000001")));
        if (answer.status() != 201) {
            throw new IllegalStateException("the submission was answered " + answer);
        }
    }

    private static void print(Duration accepted, RunningStack stack) throws IOException {
        Memory sum = new Memory(0, 0);
        System.out.printf("%-12s %10s %10s%n", "idle", "Pss MB", "anon MB");
        for (String service : SERVICES) {
            Memory memory = Memory.of(stack.pid(service));
            System.out.printf(Locale.ROOT, "%-12s %10.0f %10.0f%n", service, memory.share(), memory.anonymous());
            sum = sum.plus(memory);
        }
        System.out.printf(Locale.ROOT, "%-12s %10.0f %10.0f%n", "sum", sum.share(), sum.anonymous());
        System.out.println(Machine.now());
        Figure.print("P10 start to first 201, s", accepted.toMillis() / 1000.0, "<= 8");
        Figure.print("P10 four services, Pss MB", sum.share(), "<= 900");
        Figure.print("P10 four services, anonymous MB", sum.anonymous(), "<= 600");
    }
}
