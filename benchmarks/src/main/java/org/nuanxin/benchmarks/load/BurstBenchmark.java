package org.nuanxin.benchmarks.load;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.stack.RunningStack;

/** A hundred times as many submissions as usual, for a minute: who is let in is answered in time, and nothing is lost. */
public final class BurstBenchmark {
    private static final int TIMES = 100;
    private static final Duration CALM = Duration.ofSeconds(30);
    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(10);
    /** Nobody is asked to help: what is measured is how submissions are taken in. */
    private static final String SERVICE_TYPE = "haircut-at-home";

    private static final int CONNECTIONS = 2_000;

    private final RunningStack stack;
    private final Vertx vertx = Vertx.vertx();
    private final Submitter submitter;
    private final List<Tally> tallies = new ArrayList<>();

    private BurstBenchmark(RunningStack stack) {
        this.stack = stack;
        this.submitter =
                new Submitter(vertx, stack.port(1), stack.api().token("resident-1"), SERVICE_TYPE, CONNECTIONS);
    }

    /** {@code --rate 10 --seconds 60}. */
    public static void run(List<String> arguments) throws IOException, InterruptedException, SQLException {
        LoadOptions options = new LoadOptions(arguments);
        try (RunningStack stack = RunningStack.fresh("burst")) {
            BurstBenchmark benchmark = new BurstBenchmark(stack);
            benchmark.measure(options.rate(10), Duration.ofSeconds((long) options.number("--seconds", 60)));
            benchmark.vertx.close();
        }
    }

    private void measure(double perSecond, Duration burst) throws IOException, InterruptedException, SQLException {
        load("warm-up", perSecond * 10, CALM);
        Tally before = load("before", perSecond, CALM);
        Tally during = load("burst", perSecond * TIMES, burst);
        Tally after = load("after", perSecond, CALM);
        System.out.println(Machine.now());
        try (Tables tables = new Tables(stack.address("postgres"))) {
            Duration drained = drained(tables);
            print(before, during, after, drained, lost(tables), burst);
        }
    }

    private Tally load(String name, double perSecond, Duration time) throws InterruptedException {
        Tally tally = new OpenLoop(vertx, Arrivals.constant(perSecond), submitter::submit).run(time);
        tallies.add(tally);
        System.out.printf(Locale.ROOT, "%-8s %6.0f a second  %s%n", name, perSecond, tally);
        return tally;
    }

    /** Until dispatch has heard of every request that intake has. */
    private Duration drained(Tables tables) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < LONGEST_DRAIN.toNanos()
                && tables.count("dispatch", "select count(*) from dispatch")
                        < tables.count("intake", "select count(*) from request")) {
            Thread.sleep(500);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Submissions that were answered 201 and are not there, in intake or in dispatch. */
    private long lost(Tables tables) throws SQLException {
        Set<String> made = new HashSet<>();
        tallies.forEach(tally -> made.addAll(tally.made()));
        Set<String> kept = tables.texts("intake", "select request_id::text from request");
        kept.retainAll(tables.texts("dispatch", "select request_id::text from dispatch"));
        made.removeAll(kept);
        return made.size();
    }

    private static void print(Tally before, Tally during, Tally after, Duration drained, long lost, Duration burst) {
        figure("burst accepted a second", during.accepted().count() / (double) burst.toSeconds());
        figure("burst turned away with Retry-After", during.turnedAway().count());
        figure(
                "burst answered otherwise",
                during.others().values().stream().mapToLong(many -> many).sum());
        figure("burst accepted p50, ms", during.accepted().millis(50));
        figure("burst accepted p99, ms", during.accepted().millis(99));
        figure("burst turned away p99, ms", during.turnedAway().millis(99));
        figure("burst p99 before, ms", before.accepted().millis(99));
        figure("burst p99 after, ms", after.accepted().millis(99));
        figure("burst drained after, s", drained.toMillis() / 1000.0);
        figure("burst lost", lost);
    }

    private static void figure(String name, Number value) {
        System.out.printf(Locale.ROOT, "%s %.1f%n", name, value.doubleValue());
    }
}
