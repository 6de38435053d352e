package org.nuanxin.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.nuanxin.benchmarks.intake.IntakeBenchmark;
import org.nuanxin.benchmarks.latency.LatencyBenchmark;
import org.nuanxin.benchmarks.replay.Replay;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.start.StartBenchmark;

/** {@code ./bench <name> [options]}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
        List<String> options = Arrays.asList(arguments).subList(1, arguments.length);
        System.out.println(Machine.now());
        switch (arguments[0]) {
            case "intake" -> IntakeBenchmark.run(options);
            case "latency" -> LatencyBenchmark.run(options);
            case "start" -> StartBenchmark.run();
            case "replay" -> Replay.run(options);
            default -> {
                System.err.println("bench: no benchmark is called " + arguments[0] + ", see ./bench --help");
                System.exit(2);
            }
        }
        System.exit(0);
    }
}
