package org.nuanxin.benchmarks.load;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.report.Series;
import org.nuanxin.benchmarks.report.Times;
import org.nuanxin.benchmarks.stack.Api;
import org.nuanxin.benchmarks.stack.RunningStack;

/** The whole loop for a long time at a steady rate, from submission to closure; what grows meanwhile is what leaks. */
public final class SoakBenchmark {
    private static final Duration SAMPLE = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofMinutes(3);
    private static final int RESIDENTS = 500;
    private static final int CONNECTIONS = 256;

    private final RunningStack stack;
    private final Api api;
    private final Vertx vertx = Vertx.vertx();
    private final Series series = new Series();
    private final Times sinceLastSample = new Times();
    private final AtomicLong submitted = new AtomicLong();

    private SoakBenchmark(RunningStack stack) {
        this.stack = stack;
        this.api = stack.api();
    }

    /** {@code --minutes 60 --rate 2 --time-scale 60 --out <folder>}. */
    public static void run(List<String> arguments) throws IOException, InterruptedException, SQLException {
        LoadOptions options = new LoadOptions(arguments);
        try (RunningStack stack = options.stack("soak", "--time-scale", options.text("--time-scale", "60"))) {
            new SoakBenchmark(stack)
                    .soak(
                            options.minutes(60),
                            options.rate(2),
                            (long) options.number("--seed", 1),
                            options.folder("soak"));
        }
    }

    private void soak(Duration during, double perSecond, long seed, Path folder)
            throws IOException, InterruptedException, SQLException {
        Files.createDirectories(folder);
        try (Neighbourhood people = new Neighbourhood(api);
                Gauges gauges = new Gauges(stack)) {
            people.move();
            CompletableFuture<Tally> load =
                    CompletableFuture.supplyAsync(() -> submit(during, perSecond, seed, people));
            long began = System.nanoTime();
            while (!load.isDone() || waiting(people, began, during)) {
                sample(gauges, people, began);
                Thread.sleep(SAMPLE);
                series.writeCsv(folder.resolve("soak.csv"));
            }
            sample(gauges, people, began);
            series.writeCsv(folder.resolve("soak.csv"));
            new SoakReport(series, folder).print(load.join(), people.closed());
            System.out.println(Machine.now());
        } finally {
            vertx.close();
        }
    }

    /** The last requests still have to come to their end. */
    private boolean waiting(Neighbourhood people, long began, Duration during) {
        Duration past = Duration.ofNanos(System.nanoTime() - began).minus(during);
        return people.closed() < submitted.get() && past.compareTo(LONGEST_END) < 0;
    }

    private Tally submit(Duration during, double perSecond, long seed, Neighbourhood people) {
        Submitter submitter = new Submitter(
                vertx, stack.port(1), api.token(Neighbourhood.CLIENT), Neighbourhood.SERVICE_TYPE, CONNECTIONS);
        AtomicLong number = new AtomicLong();
        try {
            return new OpenLoop(vertx, Arrivals.poisson(perSecond, seed), () -> {
                        String resident = "soak-resident-" + number.incrementAndGet() % RESIDENTS;
                        long asked = System.nanoTime();
                        return submitter.submitFor(resident).onSuccess(answer -> {
                            if (!answer.accepted()) return;
                            submitted.incrementAndGet();
                            sinceLastSample.record(Duration.ofNanos(System.nanoTime() - asked));
                            people.follow(resident, answer.id());
                        });
                    })
                    .run(during);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private void sample(Gauges gauges, Neighbourhood people, long began)
            throws IOException, SQLException, InterruptedException {
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<String, Double> values = gauges.read();
        values.put("submitted", (double) submitted.get());
        values.put("closed", (double) people.closed());
        values.put("submission p50 ms", sinceLastSample.millis(50));
        values.put("submission p99 ms", sinceLastSample.millis(99));
        sinceLastSample.clear();
        series.add(seconds, values);
        System.out.printf(
                Locale.ROOT,
                "%5.0f s  submitted %6d  closed %6d  p99 %6.0f ms  pss %5.0f MB  files %4.0f  unsent %3.0f  lag %3.0f%n",
                seconds,
                submitted.get(),
                people.closed(),
                series.last("submission p99 ms"),
                SoakReport.sum(series, " pss MB"),
                SoakReport.sum(series, " files"),
                SoakReport.sum(series, " unsent"),
                SoakReport.sum(series, " consumer lag"));
    }
}
