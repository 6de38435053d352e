package org.nuanxin.dispatch.matching;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whether a matching is the cheapest there is, found out without trusting whoever made it: it keeps the rules, no request
 * would pay less elsewhere, and nobody who is left over has a price. Then no other matching can cost less, because every
 * matching costs at least the worth of all requests less the prices of all volunteers, and this one costs just that.
 */
public final class Proof {
    private final Problem problem;
    private final Matching matching;

    private Proof(Problem problem, Matching matching) {
        this.problem = problem;
        this.matching = matching;
    }

    /** What is wrong with it, empty for an optimum. */
    public static Optional<String> flaw(Problem problem, Matching matching) {
        Proof proof = new Proof(problem, matching);
        return Optional.<String>empty()
                .or(proof::ofAnotherSize)
                .or(proof::takenTwice)
                .or(proof::anImpossibleArc)
                .or(proof::cheaperElsewhere)
                .or(proof::pricedButLeftOver)
                .or(proof::anotherSum);
    }

    private Optional<String> ofAnotherSize() {
        boolean same = matching.volunteerOf.length == problem.requests()
                && matching.worth.length == problem.requests()
                && matching.price.length == problem.volunteers();
        return same ? Optional.empty() : Optional.of("it belongs to another problem");
    }

    private Optional<String> takenTwice() {
        boolean[] taken = new boolean[problem.volunteers()];
        for (int volunteer : matching.volunteerOf) {
            if (volunteer == Matching.NOBODY) continue;
            if (volunteer < 0 || volunteer >= taken.length) return Optional.of("there is no volunteer " + volunteer);
            if (taken[volunteer]) return Optional.of("volunteer " + volunteer + " takes two requests");
            taken[volunteer] = true;
        }
        return Optional.empty();
    }

    private Optional<String> anImpossibleArc() {
        for (int request = 0; request < problem.requests(); request++) {
            long paid = paid(request);
            if (paid == Long.MAX_VALUE) return Optional.of("request " + request + " has no arc to its volunteer");
            if (paid != matching.worth[request]) {
                return Optional.of("request " + request + " pays " + paid + ", not its worth");
            }
        }
        return Optional.empty();
    }

    private Optional<String> cheaperElsewhere() {
        for (int request = 0; request < problem.requests(); request++) {
            long worth = matching.worth[request];
            if (worth > problem.costOfNobody(request))
                return Optional.of("request " + request + " would rather have nobody");
            for (int arc = problem.firstArc(request); arc < problem.firstArc(request + 1); arc++) {
                if (worth > price(arc)) return Optional.of("request " + request + " would pay less by arc " + arc);
            }
        }
        return Optional.empty();
    }

    private Optional<String> pricedButLeftOver() {
        int[] price = matching.price.clone();
        for (int p : price) if (p < 0) return Optional.of("a price is negative");
        for (int volunteer : matching.volunteerOf) if (volunteer != Matching.NOBODY) price[volunteer] = 0;
        return Arrays.stream(price).allMatch(p -> p == 0)
                ? Optional.empty()
                : Optional.of("somebody who is left over has a price");
    }

    private Optional<String> anotherSum() {
        long least = Arrays.stream(matching.worth).asLongStream().sum()
                - Arrays.stream(matching.price).asLongStream().sum();
        return matching.cost() == least ? Optional.empty() : Optional.of("it costs " + least + ", not what it says");
    }

    /** By the cheapest arc there is to its volunteer. */
    private long paid(int request) {
        int volunteer = matching.volunteerOf[request];
        if (volunteer == Matching.NOBODY) return problem.costOfNobody(request);
        long least = Long.MAX_VALUE;
        for (int arc = problem.firstArc(request); arc < problem.firstArc(request + 1); arc++) {
            if (problem.volunteer(arc) == volunteer) least = Math.min(least, price(arc));
        }
        return least;
    }

    private long price(int arc) {
        return (long) problem.cost(arc) + matching.price[problem.volunteer(arc)];
    }
}
