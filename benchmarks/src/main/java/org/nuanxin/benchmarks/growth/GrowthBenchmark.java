package org.nuanxin.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.nuanxin.benchmarks.load.WholeLoops;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.report.Plot;
import org.nuanxin.benchmarks.report.Times;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.RunningStack;

/** Whole loops, and boards that are read, among 1,000, then 10,000, then 100,000 (and a million, if asked for) open requests. */
public final class GrowthBenchmark {
    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration LOAD = Duration.ofSeconds(45);
    private static final double PER_SECOND = 2;
    private static final Duration WARM_UP = Duration.ofMinutes(3);
    private static final double WARM_UP_PER_SECOND = 4;
    private static final int READS = 100;

    /** Everything a size has shown; readings p50 in ms. */
    private record Size(int open, Spent cpu, double board, double search, double own) {}

    private final RunningStack stack;
    private final Api api;
    private final List<Size> sizes = new ArrayList<>();

    private GrowthBenchmark(RunningStack stack) {
        this.stack = stack;
        this.api = stack.api();
    }

    /** {@code [largest]}: the most open requests, 100000 unless told otherwise. */
    public static void run(List<String> options) throws IOException, InterruptedException, SQLException {
        int largest = options.isEmpty() ? 100_000 : Integer.parseInt(options.getFirst());
        try (RunningStack stack = RunningStack.fresh("growth")) {
            new GrowthBenchmark(stack).measure(largest);
        }
    }

    private void measure(int largest) throws IOException, InterruptedException, SQLException {
        Crowd crowd = crowd();
        try (WholeLoops loops = new WholeLoops(stack)) {
            loops.run(WARM_UP_PER_SECOND, WARM_UP); // or the first size pays for compiling
            System.out.printf(
                    "%10s %14s %10s %10s %8s %8s %8s %8s%n",
                    "open", "CPU ms each", "services", "postgres", "others", "board", "search", "own");
            for (int open = 1_000; open <= largest; open *= 10) {
                crowd.growTo(open);
                sizes.add(size(open, loops));
            }
        }
        System.out.println(Machine.now());
        plot();
        Size first = sizes.getFirst();
        Size last = sizes.getLast();
        String range = "%,d ÷ %,d".formatted(last.open(), first.open());
        Figure.print(
                "P11 CPU per request, " + range, last.cpu().all() / first.cpu().all(), "<= 1.3");
        System.out.printf(Locale.ROOT, "board p50, %s %.2f%n", range, last.board() / first.board());
        System.out.printf(Locale.ROOT, "search p50, %s %.2f%n", range, last.search() / first.search());
    }

    private Crowd crowd() throws IOException, InterruptedException {
        String id = api.post(
                        "resident-2",
                        "/requests",
                        Map.of(
                                "serviceType", "parking",
                                "placeId", "grid-1-1-03",
                                "contact", Map.of("name", "李梅", "phone", "13800000001")))
                .body()
                .path("id")
                .asText();
        Api.Answer known = api.get("supervisor-1", "/dispatches/" + id);
        for (int tries = 0; !known.ok() && tries < 100; tries++) {
            Thread.sleep(100);
            known = api.get("supervisor-1", "/dispatches/" + id);
        }
        if (!known.ok()) throw new IOException("the request did not come to the board: " + known);
        String reference = api.get("resident-2", "/requests/" + id)
                .body()
                .path("reference")
                .asText();
        return new Crowd(stack.address("postgres"), id, reference);
    }

    private Size size(int open, WholeLoops loops) throws IOException, InterruptedException {
        Spent before = Spent.by(stack);
        Thread.sleep(IDLE);
        Spent idle = Spent.by(stack).minus(before).times(1.0 / IDLE.toNanos());
        Spent began = Spent.by(stack);
        long start = System.nanoTime();
        long closed = loops.run(PER_SECOND, LOAD);
        Spent taken = Spent.by(stack).minus(began).minus(idle.times((double) (System.nanoTime() - start)));
        Size size = new Size(
                open,
                taken.times(1.0 / Math.max(1, closed)),
                read("supervisor-1", "/dispatches?limit=50"),
                read("supervisor-1", "/dispatches?limit=50&type=parking&place=grid-1-1-03&due=" + Instant.now()),
                read("resident-5", "/requests?limit=20"));
        System.out.printf(
                Locale.ROOT,
                "%10d %14.1f %10.1f %10.1f %8.1f %8.1f %8.1f %8.1f%n",
                open,
                size.cpu().all(),
                size.cpu().services(),
                size.cpu().postgres(),
                size.cpu().others(),
                size.board(),
                size.search(),
                size.own());
        return size;
    }

    private double read(String person, String path) throws IOException {
        Times times = new Times();
        for (int i = 0; i < READS; i++) {
            long began = System.nanoTime();
            Api.Answer answer = api.get(person, path);
            if (!answer.ok()) throw new IOException(path + " was answered " + answer);
            times.record(Duration.ofNanos(System.nanoTime() - began));
        }
        return times.millis(50);
    }

    private void plot() throws IOException {
        Path folder = Files.createDirectories(Path.of("benchmarks/target/growth-report"));
        new Plot("Among open requests", "log10 of open requests")
                .panel(
                        "processor ms per request, end to end",
                        List.of(
                                line("all", size -> size.cpu().all()),
                                line("services", size -> size.cpu().services()),
                                line("PostgreSQL", size -> size.cpu().postgres())))
                .panel(
                        "p50 ms",
                        List.of(line("board", Size::board), line("search", Size::search), line("own", Size::own)))
                .write(folder.resolve("growth.svg"));
        System.out.println("plot in " + folder);
    }

    private Plot.Line line(String name, ToDoubleFunction<Size> value) {
        List<Double> x = IntStream.range(0, sizes.size())
                .mapToObj(i -> Math.log10(sizes.get(i).open()))
                .toList();
        return new Plot.Line(
                name, x, sizes.stream().map(size -> value.applyAsDouble(size)).toList());
    }
}
