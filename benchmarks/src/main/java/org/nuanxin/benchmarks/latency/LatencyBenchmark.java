package org.nuanxin.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.report.Times;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.Limits;
import org.nuanxin.benchmarks.stack.RunningStack;

/**
 * From sending a submission to the offer in a volunteer's live stream. On that way lie three commits (intake, dispatch,
 * volunteer) and two hops through Kafka; their bare times, measured in the same run, are what the way is divided by.
 */
public final class LatencyBenchmark {
    private static final int COMMITS = 3;
    private static final int HOPS = 2;
    // enough for the compiler to have seen the whole way
    private static final int WARM_UP = 2000;
    private static final int SUBMISSIONS = 200;
    // one at a time: what the one before has left to do is over
    private static final Duration REST = Duration.ofMillis(250);
    private static final int PROGRESS = 250;
    private static final int VOLUNTEERS = 60;
    private static final String POLICY = "default-urgent";

    private LatencyBenchmark() {}

    public static void run(List<String> options) throws Exception {
        try (RunningStack stack = RunningStack.fresh("latency");
                Probes probes = new Probes(stack.address("postgres"), stack.address("kafka"))) {
            Api api = stack.api();
            Limits.lift(api, POLICY, POLICY);
            Phone phones = new Phone();
            for (int i = 1; i <= VOLUNTEERS; i++) {
                phones.listen(api, "volunteer-" + i);
            }
            warmUp(api, phones);
            Times commits = Probes.often(probes::commit);
            Times hops = Probes.often(probes::hop);
            Way way = new Way(new Times(), new Times(), new Times());
            for (int i = 0; i < SUBMISSIONS; i++) {
                way.submission().record(submit(api, phones));
                Thread.sleep(REST);
                way.commit().record(probes.commit());
                way.hop().record(probes.hop());
                Thread.sleep(REST);
            }
            print(way, commits, hops);
        }
    }

    /** All measured in turns, at the same pace. */
    private record Way(Times submission, Times commit, Times hop) {
        double floor(int percentile) {
            return COMMITS * commit.millis(percentile) + HOPS * hop.millis(percentile);
        }
    }

    private static void warmUp(Api api, Phone phones) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            submit(api, phones);
            if (i % PROGRESS == 0) {
                System.err.printf("  warming up: %d of %d%n", i, WARM_UP);
            }
        }
    }

    private static Duration submit(Api api, Phone phones) throws Exception {
        long began = System.nanoTime();
        Api.Answer answer = api.post(
                "resident-1",
                "/requests",
                Map.of(
                        "serviceType", "lock-opening",
                        "placeId", "grid-1-1-01",
                        "contact", Map.of("name", "李梅", "phone", "13800000001")));
        String request = answer.body().path("id").asText();
        long heard = phones.heardOf(request).get(20, TimeUnit.SECONDS);
        api.put("resident-1", "/requests/" + request + "/withdrawal", Map.of());
        return Duration.ofNanos(heard - began);
    }

    private static void print(Way way, Times commits, Times hops) {
        System.out.printf("%-34s %8s %8s %8s%n", "", "p50", "p90", "p99");
        System.out.printf("%-34s %s%n", "submission to offer", way.submission());
        System.out.printf("%-34s %s%n", "a commit, between submissions", way.commit());
        System.out.printf("%-34s %s%n", "a hop through Kafka, between them", way.hop());
        System.out.printf("%-34s %s%n", "a commit, as often as it goes", commits);
        System.out.printf("%-34s %s%n", "a hop, as often as it goes", hops);
        System.out.println(Machine.now());
        Figure.print("P2 p50", way.submission().millis(50) / way.floor(50), "<= 2.0");
        Figure.print("P2 p99", way.submission().millis(99) / way.floor(99), "<= 3");
    }
}
