package org.nuanxin.benchmarks.candidates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nuanxin.benchmarks.report.Figure;
import org.nuanxin.dispatch.matching.Family;
import org.nuanxin.dispatch.matching.Matching;
import org.nuanxin.dispatch.matching.OrTools;
import org.nuanxin.dispatch.matching.Problem;
import org.nuanxin.dispatch.matching.Proof;
import org.nuanxin.dispatch.matching.Solver;

/**
 * Our matching beside OR-Tools, on every family of problems: the same problem solved in turns, the faster of OR-Tools' two
 * solvers counting, without the time that handing it over takes.
 */
final class MatchingComparison {
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 300;

    private final int requests;
    private final List<Double> ratios = new ArrayList<>();
    private double dearest = 1;

    MatchingComparison(int requests) {
        this.requests = requests;
    }

    void measure() {
        warmUp();
        System.out.printf(
                "matching %d requests, medians of %d rounds in ms (CPU)%n%-18s %8s %18s %18s %18s %7s%n",
                requests, ROUNDS, "family", "arcs", "ours", "min cost flow", "assignment", "ratio");
        for (Family family : Family.values()) compare(family);
    }

    void printFigures() {
        Figure.print("P6 matching cost / exact optimum, worst", dearest, "= 1.000");
        Figure.print("P6 time / OR-Tools, median family", ratio(0.5), "<= 0.25");
        Figure.print("P6 time / OR-Tools, worst family", ratio(1), "<= 1.0");
    }

    private static void warmUp() {
        for (int seed = 0; seed < WARM_UP; seed++) {
            for (Family family : Family.values()) Solver.solve(family.problem(200, seed));
        }
    }

    private void compare(Family family) {
        Stopwatch ours = new Stopwatch(ROUNDS);
        Stopwatch flow = new Stopwatch(ROUNDS);
        Stopwatch assignment = new Stopwatch(ROUNDS);
        int arcs = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Problem problem = family.problem(requests, round);
            arcs = problem.arcs();
            long cost = solve(problem, ours);
            check(cost, OrTools.flow(problem), flow);
            check(cost, OrTools.assignment(problem), assignment);
        }
        double ratio = ours.median() / Math.min(flow.median(), assignment.median());
        ratios.add(ratio);
        System.out.printf(
                Locale.ROOT,
                "%-18s %8d %18s %18s %18s %7.3f%n",
                family,
                arcs,
                text(ours),
                text(flow),
                text(assignment),
                ratio);
    }

    private static long solve(Problem problem, Stopwatch watch) {
        long cpu = Stopwatch.cpuNanos();
        long began = System.nanoTime();
        Matching matching = Solver.solve(problem);
        watch.took(System.nanoTime() - began, Stopwatch.cpuNanos() - cpu);
        Proof.flaw(problem, matching).ifPresent(flaw -> {
            throw new IllegalStateException(flaw);
        });
        return matching.cost();
    }

    private void check(long cost, OrTools.Answer answer, Stopwatch watch) {
        watch.took(answer.nanos(), answer.cpuNanos());
        dearest = Math.max(dearest, (double) cost / answer.cost());
    }

    private static String text(Stopwatch watch) {
        return String.format(Locale.ROOT, "%.2f (%.2f)", watch.median(), watch.medianCpu());
    }

    private double ratio(double quantile) {
        List<Double> sorted = ratios.stream().sorted().toList();
        return sorted.get((int) Math.round((sorted.size() - 1) * quantile));
    }
}
