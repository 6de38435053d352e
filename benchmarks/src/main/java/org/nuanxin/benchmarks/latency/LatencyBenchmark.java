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
        try (RunningStack stack = RunningStack.fresh("latency")) {
            Api api = stack.api();
            Limits.lift(api, POLICY, POLICY);
            Phone phones = new Phone();
            for (int i = 1; i <= VOLUNTEERS; i++) {
                phones.listen(api, "volunteer-" + i);
            }
            Times way = new Times();
            for (int i = 0; i < WARM_UP + SUBMISSIONS; i++) {
                Duration took = submit(api, phones);
                if (i >= WARM_UP) {
                    way.record(took);
                    Thread.sleep(REST);
                } else if (i % PROGRESS == 0) {
                    System.err.printf("  warming up: %d of %d%n", i, WARM_UP);
                }
            }
            print(way, Probes.commit(stack.address("postgres")), Probes.hop(stack.address("kafka")));
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

    private static void print(Times way, Times commit, Times hop) {
        System.out.printf("%-34s %8s %8s %8s%n", "", "p50", "p90", "p99");
        System.out.printf("%-34s %s%n", "submission to offer", way);
        System.out.printf("%-34s %s%n", "a commit", commit);
        System.out.printf("%-34s %s%n", "a hop through Kafka", hop);
        System.out.println(Machine.now());
        double floor50 = COMMITS * commit.millis(50) + HOPS * hop.millis(50);
        double floor99 = COMMITS * commit.millis(99) + HOPS * hop.millis(99);
        Figure.print("P2 p50", way.millis(50) / floor50, "<= 2.0");
        Figure.print("P2 p99", way.millis(99) / floor99, "<= 3");
    }
}
