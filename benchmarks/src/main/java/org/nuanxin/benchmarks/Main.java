package org.nuanxin.benchmarks;

import java.util.Arrays;
import java.util.List;
import org.nuanxin.benchmarks.candidates.CandidatesBenchmark;
import org.nuanxin.benchmarks.growth.GrowthBenchmark;
import org.nuanxin.benchmarks.instances.InstancesBenchmark;
import org.nuanxin.benchmarks.intake.IntakeBenchmark;
import org.nuanxin.benchmarks.latency.LatencyBenchmark;
import org.nuanxin.benchmarks.load.BurstBenchmark;
import org.nuanxin.benchmarks.load.SoakBenchmark;
import org.nuanxin.benchmarks.load.StreamsBenchmark;
import org.nuanxin.benchmarks.replay.Replay;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.start.StartBenchmark;
import org.nuanxin.benchmarks.timers.TimersBenchmark;

/** {@code ./bench <name> [options]}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int status = 0;
        try {
            run(arguments[0], Arrays.asList(arguments).subList(1, arguments.length));
        } catch (NumberFormatException e) {
            System.err.println("bench: not a number (" + e.getMessage() + "), see ./bench --help");
            status = 2;
        } catch (Exception e) {
            System.err.println("bench: " + e.getMessage());
            status = 1;
        }
        System.exit(status); // streams and simulated people are still listening
    }

    private static void run(String name, List<String> options) throws Exception {
        System.out.println(Machine.now());
        switch (name) {
            case "intake" -> IntakeBenchmark.run(options);
            case "latency" -> LatencyBenchmark.run(options);
            case "soak" -> SoakBenchmark.run(options);
            case "burst" -> BurstBenchmark.run(options);
            case "streams" -> StreamsBenchmark.run(options);
            case "growth" -> GrowthBenchmark.run(options);
            case "start" -> StartBenchmark.run();
            case "instances" -> InstancesBenchmark.run(options);
            case "candidates" -> CandidatesBenchmark.run(options);
            case "timers" -> TimersBenchmark.run(options);
            case "replay" -> Replay.run(options);
            default -> throw new IllegalArgumentException("no benchmark is called " + name + ", see ./bench --help");
        }
    }
}
