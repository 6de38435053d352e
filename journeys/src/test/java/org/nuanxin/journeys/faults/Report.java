package org.nuanxin.journeys.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all trials came to: a table, a line that repeats each failure, and one line of sums. */
public final class Report {
    private static final String ROW = "%-24s %5s %7s %8s %5s %8s %6s %10s";

    private static final int FEW_REQUESTS = 8;

    private final List<Trial.Outcome> outcomes = new ArrayList<>();

    /** Those faults that pass quickly, each once. */
    public static Report ofBriefFaults(Rig rig) {
        Report report = new Report();
        try (Invariants invariants = new Invariants(rig)) {
            tell("before any fault: ", invariants.standing());
            for (Fault fault : Fault.brief()) report.add(new Trial(rig, invariants, FEW_REQUESTS).of(fault, 1));
        }
        report.print();
        return report;
    }

    synchronized void add(Trial.Outcome outcome) {
        outcomes.add(outcome);
        System.out.printf(
                "%-24s seed %-6d %s in %.1f s, %d calls, %d unknown%n",
                outcome.fault(),
                outcome.seed(),
                outcome.survived() ? "survived" : "NOT survived",
                outcome.recovery().toMillis() / 1e3,
                outcome.calls(),
                outcome.unknown());
        tell("", outcome.violations());
        if (!outcome.survived()) {
            System.out.printf("    again: ./check --faults --only %s --seed %d%n", outcome.fault(), outcome.seed());
        }
    }

    private static void tell(String when, List<Violation> violations) {
        violations.stream()
                .collect(groupingBy(each -> when + each.kind() + " " + each.what(), LinkedHashMap::new, toList()))
                .forEach(Report::examples);
    }

    private static void examples(String rule, List<Violation> broken) {
        System.out.printf("    %s, %d times%n", rule, broken.size());
        broken.stream().limit(3).forEach(each -> System.out.println("        " + each.where()));
    }

    public boolean survived() {
        return outcomes.stream().allMatch(Trial.Outcome::survived);
    }

    boolean lostOrDoubled() {
        return sum(outcomes, Violation.Kind.LOST) + sum(outcomes, Violation.Kind.DOUBLED) > 0;
    }

    void print() {
        System.out.println(ROW.formatted("fault", "seeds", "calls", "unknown", "lost", "doubled", "wrong", "recovery"));
        byFault().forEach((fault, trials) -> System.out.println(row(fault, trials)));
        System.out.println(sums());
    }

    private Map<String, List<Trial.Outcome>> byFault() {
        Map<String, List<Trial.Outcome>> byFault = new LinkedHashMap<>();
        outcomes.forEach(each -> byFault.computeIfAbsent(each.fault(), first -> new ArrayList<>())
                .add(each));
        return byFault;
    }

    private static String row(String fault, List<Trial.Outcome> trials) {
        Duration longest = trials.stream()
                .map(Trial.Outcome::recovery)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        return ROW.formatted(
                fault,
                trials.size(),
                trials.stream().mapToInt(Trial.Outcome::calls).sum(),
                trials.stream().mapToInt(Trial.Outcome::unknown).sum(),
                sum(trials, Violation.Kind.LOST),
                sum(trials, Violation.Kind.DOUBLED),
                sum(trials, Violation.Kind.WRONG),
                "%.1f s".formatted(longest.toMillis() / 1e3));
    }

    /** The last line: how many faults, how many of them in every trial, and what was lost or done twice. */
    String sums() {
        long survived = byFault().values().stream()
                .filter(trials -> trials.stream().allMatch(Trial.Outcome::survived))
                .count();
        return "faults %d survived %d lost %d doubled %d"
                .formatted(
                        byFault().size(),
                        survived,
                        sum(outcomes, Violation.Kind.LOST),
                        sum(outcomes, Violation.Kind.DOUBLED));
    }

    private static long sum(List<Trial.Outcome> trials, Violation.Kind kind) {
        return trials.stream().mapToLong(each -> each.count(kind)).sum();
    }
}
