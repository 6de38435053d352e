package org.nuanxin.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nuanxin.benchmarks.report.Cpu;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.report.Times;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.RunningStack;
import org.nuanxin.benchmarks.start.Memory;

/** Live streams that wait: what each costs, how soon one wakes among them, and whether one that does not read holds up others. */
public final class StreamsBenchmark {
    private static final Duration IDLE = Duration.ofSeconds(40);
    private static final int PROBES = 30;
    private static final int UNREAD = 300;
    private static final Duration LONGEST_WAKE = Duration.ofSeconds(20);

    private final RunningStack stack;
    private final Api api;
    private final Vertx vertx = Vertx.vertx();
    private final Listeners listeners;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    private StreamsBenchmark(RunningStack stack, int streams) {
        this.stack = stack;
        this.api = stack.api();
        this.listeners = new Listeners(vertx, stack.port(3), api.token(Neighbourhood.CLIENT), streams + 10);
    }

    /** {@code --streams 10000}. */
    public static void run(List<String> arguments) throws IOException, InterruptedException {
        int streams = (int) new LoadOptions(arguments).number("--streams", 10_000);
        try (RunningStack stack = RunningStack.fresh("streams")) {
            StreamsBenchmark benchmark = new StreamsBenchmark(stack, streams);
            benchmark.measure(streams);
            benchmark.vertx.close();
        }
    }

    private void measure(int streams) throws IOException, InterruptedException {
        String helper = new Neighbourhood(api).oneWhoListens();
        listeners
                .listen(helper, heard::add)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Times alone = wake(PROBES);
        Memory before = Memory.of(stack.pid("volunteer"));
        double cpuBefore = cpu();
        listeners.open(streams);
        Memory after = Memory.of(stack.pid("volunteer"));
        double cpuAfter = cpu();
        Times among = wake(PROBES);
        HttpClientResponse asleep = listeners
                .listenWithoutReading(helper)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Times beside = wake(UNREAD);
        Memory unread = Memory.of(stack.pid("volunteer"));
        String late = Listeners.readOn(asleep, vertx, 10_000)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .toString();
        System.out.printf("%-28s %8s %8s %8s%n", "submission to app", "p50", "p90", "p99");
        System.out.printf("%-28s %s%n", "one stream", alone);
        System.out.printf("%-28s %s%n", "among " + streams, among);
        System.out.printf("%-28s %s%n", "beside one that sleeps", beside);
        System.out.println(Machine.now());
        figure("streams listening", listeners.listening() - 1);
        figure("streams refused", listeners.refused());
        figure("streams KB each", (after.share() - before.share()) * 1024 / streams);
        figure("streams idle, % of a core, before", cpuBefore);
        figure("streams idle, % of a core", cpuAfter);
        figure("streams wake p50, ms, alone", alone.millis(50));
        figure("streams wake p50, ms", among.millis(50));
        figure("streams wake p50, ms, beside one that does not read", beside.millis(50));
        figure("streams MB kept for one that does not read", unread.share() - after.share());
        figure("streams offers made meanwhile", UNREAD);
        figure("streams offers it read afterwards", count(late, "event:OfferMade") + count(late, "event: OfferMade"));
    }

    /** Of the service that holds the streams, and PostgreSQL. */
    private double cpu() throws IOException, InterruptedException {
        Thread.sleep(IDLE.toMillis() / 2); // what has just been opened settles
        Duration began = cpuTime();
        Thread.sleep(IDLE);
        return 100.0 * cpuTime().minus(began).toMillis() / IDLE.toMillis();
    }

    private Duration cpuTime() throws IOException {
        return Cpu.of(stack.pid("volunteer")).plus(Cpu.ofPostgres(stack.pid("postgres")));
    }

    /** From a submission to its offer on the stream, one after the other. */
    private Times wake(int probes) throws InterruptedException {
        Times times = new Times();
        for (int i = 0; i < probes; i++) {
            heard.clear();
            long began = System.nanoTime();
            String request = api.post(
                            Neighbourhood.CLIENT,
                            "/requests",
                            Map.of(
                                    "serviceType",
                                    Neighbourhood.SERVICE_TYPE,
                                    "placeId",
                                    "grid-1-1-01",
                                    "contact",
                                    Map.of("name", "李梅", "phone", "13800000001")),
                            "On-Behalf-Of",
                            "asking")
                    .body()
                    .path("id")
                    .asText();
            while (heard.stream().noneMatch(piece -> piece.contains(request))
                    && System.nanoTime() - began < LONGEST_WAKE.toNanos()) {
                Thread.sleep(1);
            }
            times.record(Duration.ofNanos(System.nanoTime() - began));
            api.put(Neighbourhood.CLIENT, "/requests/" + request + "/withdrawal", Map.of(), "On-Behalf-Of", "asking");
        }
        return times;
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }

    private static void figure(String name, Number value) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, value.doubleValue());
    }
}
