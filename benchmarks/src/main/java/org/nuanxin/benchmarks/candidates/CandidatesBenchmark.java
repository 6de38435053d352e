package org.nuanxin.benchmarks.candidates;

import java.util.List;
import org.nuanxin.benchmarks.report.Machine;

/** How fast somebody is found who could be asked, and how fast and how well many requests are matched together. */
public final class CandidatesBenchmark {
    private CandidatesBenchmark() {}

    public static void run(List<String> options) {
        int requests = options.isEmpty() ? 10_000 : Integer.parseInt(options.getFirst());
        SearchComparison search = new SearchComparison();
        search.measure();
        System.out.println(Machine.now());
        MatchingComparison matching = new MatchingComparison(requests);
        matching.measure();
        System.out.println(Machine.now());
        search.printFigures();
        matching.printFigures();
    }
}
