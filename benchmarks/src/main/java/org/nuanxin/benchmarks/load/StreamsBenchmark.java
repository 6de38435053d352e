package org.nuanxin.benchmarks.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
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
    private final Map<String, Times> woken = new LinkedHashMap<>();

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
        answered(listeners.listen(helper, heard::add));
        wake("one stream", PROBES);
        Memory before = memory();
        double cpuBefore = cpu();
        listeners.open(streams);
        Memory after = memory();
        double cpuAfter = cpu();
        wake("among " + streams, PROBES);
        HttpClientResponse asleep = answered(listeners.listenWithoutReading(helper));
        wake("beside one that does not read", UNREAD);
        Memory unread = memory();
        String late = answered(Listeners.readOn(asleep, vertx, 10_000)).toString();
        printWoken();
        figure("streams listening", listeners.listening() - 1);
        figure("streams refused", listeners.refused());
        figure("streams KB each", (after.share() - before.share()) * 1024 / streams);
        figure("streams idle, % of a core, before", cpuBefore);
        figure("streams idle, % of a core", cpuAfter);
        figure("streams MB kept for one that does not read", unread.share() - after.share());
        figure("streams offers made meanwhile", UNREAD);
        figure("streams offers it read afterwards", count(late, "event:OfferMade") + count(late, "event: OfferMade"));
    }

    private static <T> T answered(Future<T> answer) {
        return answer.toCompletionStage().toCompletableFuture().join();
    }

    private Memory memory() throws IOException {
        return Memory.of(stack.pid("volunteer"));
    }

    private void printWoken() {
        System.out.printf("%-28s %8s %8s %8s%n", "submission to app", "p50", "p90", "p99");
        woken.forEach((where, times) -> System.out.printf("%-28s %s%n", where, times));
        System.out.println(Machine.now());
        woken.forEach((where, times) -> figure("streams wake p50, ms, " + where, times.millis(50)));
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
    private void wake(String where, int probes) throws InterruptedException {
        Times times = new Times();
        for (int i = 0; i < probes; i++) {
            heard.clear();
            long began = System.nanoTime();
            String request = submitted();
            while (heard.stream().noneMatch(piece -> piece.contains(request))
                    && System.nanoTime() - began < LONGEST_WAKE.toNanos()) {
                Thread.sleep(1);
            }
            times.record(Duration.ofNanos(System.nanoTime() - began));
            api.put(Neighbourhood.CLIENT, "/requests/" + request + "/withdrawal", Map.of(), "On-Behalf-Of", "asking");
        }
        woken.put(where, times);
    }

    private String submitted() {
        Map<String, Object> contact = Map.of("name", "李梅", "phone", "13800000001");
        Map<String, Object> request =
                Map.of("serviceType", Neighbourhood.SERVICE_TYPE, "placeId", "grid-1-1-01", "contact", contact);
        return api.post(Neighbourhood.CLIENT, "/requests", request, "On-Behalf-Of", "asking")
                .body()
                .path("id")
                .asText();
    }

    private static int count(String text, String word) {
        return text.split(word, -1).length - 1;
    }

    private static void figure(String name, Number value) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, value.doubleValue());
    }
}
