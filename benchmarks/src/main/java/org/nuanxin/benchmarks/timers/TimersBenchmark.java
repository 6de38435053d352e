package org.nuanxin.benchmarks.timers;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.benchmarks.report.Machine;
import org.nuanxin.benchmarks.stack.RunningStack;

/**
 * SLA timers with their full effect: dispatch-service, PostgreSQL and Kafka alone, beside other schedulers that run the same
 * engine and write the same rows into the same tables, which the same relay sends on.
 */
public final class TimersBenchmark {
    private static final List<String> OTHERS = List.of("intake", "volunteer", "feedback");
    private static final String YARDSTICK = "db-scheduler";
    private static final int FEW = 1000;
    private static final int TRIAL = 20_000;
    private static final int TRIAL_OF_PEERS = 4000; // some need milliseconds to set one
    private static final double ROOM = 2;

    private final Options options;
    private final Firing firing;
    private final Lateness lateness;
    private final Idle idle;
    private final Churn churn;
    private final Contestant ours;
    private final List<Contestant> peers;

    private TimersBenchmark(Options options, RunningStack stack, Database database, Population population) {
        this.options = options;
        this.firing = new Firing(stack, database, population);
        this.lateness = new Lateness(database, population);
        this.idle = new Idle(stack, population);
        this.churn = new Churn(database, population);
        this.ours = new Nuanxin(stack, database);
        this.peers = options.peers().stream()
                .<Contestant>map(name -> new PeerProcess(name, database.url()))
                .toList();
    }

    public static void run(List<String> typed) throws Exception {
        Options options = Options.parse(typed);
        try (RunningStack stack = options.home().isPresent()
                        ? RunningStack.at(options.home().get())
                        : RunningStack.start("timers", "--fresh");
                Database database = new Database(stack.address("postgres"))) {
            for (String other : OTHERS) stack.hold(other, true);
            try {
                Population population = new Population(database);
                population.prepare();
                new TimersBenchmark(options, stack, database, population).measure();
                population.clear();
            } finally {
                for (String other : OTHERS) stack.hold(other, false);
            }
        }
    }

    private void measure() throws Exception {
        if (options.wants("P3")) fire();
        if (options.wants("P4")) late();
        if (options.wants("P5")) grow();
    }

    private void fire() throws SQLException, IOException, InterruptedException {
        Map<Contestant, Integer> due = new LinkedHashMap<>();
        for (Contestant who : all()) due.put(who, enough(who));
        Map<Contestant, List<Firing.Round>> rounds = new LinkedHashMap<>();
        System.out.printf(
                "%-24s %12s %14s %14s%n", "fired with full effect", "per second", "CPU µs each", "of PostgreSQL");
        for (int round = 1; round <= options.rounds(); round++) {
            for (Contestant who : all()) {
                Firing.Round fired = firing.of(who, due.getOrDefault(who, TRIAL), 0, options.window());
                rounds.computeIfAbsent(who, _ -> new ArrayList<>()).add(fired);
                print("round " + round + " " + who.name(), fired);
            }
        }
        List<Firing.Round> mine = rounds.getOrDefault(ours, List.of());
        System.out.println(Machine.now());
        for (Contestant peer : peers) compare(peer.name(), mine, rounds.getOrDefault(peer, List.of()));
    }

    /** So many that they last longer than the window, by a first round that also warms everything up. */
    private int enough(Contestant who) throws SQLException, IOException, InterruptedException {
        int first = who.equals(ours) ? TRIAL : TRIAL_OF_PEERS;
        Firing.Round trial = firing.of(who, first, 0, Duration.ofSeconds(2));
        double seconds = options.window().toSeconds() + 4;
        return Math.max(first, (int) (trial.perSecond() * seconds * ROOM));
    }

    private static void print(String what, Firing.Round round) {
        System.out.printf(
                Locale.ROOT,
                "%-24s %12.0f %14.0f %14.0f%n",
                what,
                round.perSecond(),
                round.micros(),
                round.microsOfPostgres());
    }

    private static void compare(String peer, List<Firing.Round> mine, List<Firing.Round> theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++)
            ratios.add(mine.get(i).perSecond() / theirs.get(i).perSecond());
        List<Double> sorted = ratios.stream().sorted().toList();
        boolean yardstick = peer.equals(YARDSTICK);
        Figure.print("P3 median ÷ " + peer, sorted.get(sorted.size() / 2), yardstick ? ">= 12" : "none");
        Figure.print("P3 worst round ÷ " + peer, sorted.getFirst(), yardstick ? ">= 10" : "none");
    }

    private void late() throws SQLException, IOException, InterruptedException {
        for (int rate : options.rates()) late(rate);
        idle();
    }

    private void late(int rate) throws SQLException, IOException, InterruptedException {
        Duration during = options.window().multipliedBy(2);
        System.out.printf("%-24s %8s %8s %8s%n", rate + " timers a second", "p50", "p99", "worst");
        Lateness.Result mine = lateness.of(ours, rate, during);
        System.out.printf("%-24s %s%n", ours.name(), mine);
        for (Contestant peer : peers) {
            Lateness.Result theirs = lateness.of(peer, rate, during);
            System.out.printf("%-24s %s%n", peer.name(), theirs);
            String goal = peer.name().equals(YARDSTICK) ? "<= 0.2" : "none";
            Figure.print("P4 lateness p99 at " + rate + " ÷ " + peer.name(), mine.p99() / theirs.p99(), goal);
        }
        System.out.println(Machine.now());
        Figure.print("P4 fired early at " + rate, (double) mine.early(), "0");
        Figure.print("P4 fired twice at " + rate, (double) mine.twice(), "0");
    }

    private void idle() throws SQLException, IOException, InterruptedException {
        Duration during = options.window().multipliedBy(2).plusSeconds(10);
        Idle.Result few = idle.with(0, during);
        Idle.Result many = idle.with(options.pending(), during);
        print("idle, nothing pending", few);
        print("idle, " + options.pending() + " pending", many);
        System.out.println(Machine.now());
        Figure.print("P4 idle, all of it, % of a core", many.both(), "<= 0.2");
        Figure.print("P4 idle, what the pending add, % of a core", many.both() - few.both(), "<= 0.2");
    }

    private static void print(String what, Idle.Result idle) {
        System.out.printf(
                Locale.ROOT,
                "%-24s service %.2f %%, PostgreSQL %.2f %% of a core%n",
                what,
                idle.service(),
                idle.postgres());
    }

    private void grow() throws SQLException, IOException, InterruptedException {
        int due = enough(ours);
        List<Double> ratios = new ArrayList<>();
        for (int round = 1; round <= Math.min(3, options.rounds()); round++) {
            Firing.Round few = firing.of(ours, due, FEW, options.window());
            Firing.Round many = firing.of(ours, due, options.pending(), options.window());
            print("round " + round + ", " + FEW + " pending", few);
            print("round " + round + ", " + options.pending() + " pending", many);
            ratios.add(many.perSecond() / few.perSecond());
        }
        Churn.Result size = churn.of(options.pending(), options.churn());
        System.out.println(size);
        System.out.println(Machine.now());
        Figure.print(
                "P5 rate with many pending ÷ with few",
                ratios.stream().sorted().toList().get(ratios.size() / 2),
                ">= 0.8");
        Figure.print("P5 size after set-and-cancel ÷ live", size.growth(), "<= 3");
    }

    private List<Contestant> all() {
        List<Contestant> all = new ArrayList<>(List.of(ours));
        all.addAll(peers);
        return all;
    }
}
