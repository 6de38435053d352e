package org.nuanxin.dispatch.candidates;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The best so far, at most so many; and how near somebody else must be to be among them. */
final class Best {
    /** The way and the rating are rounded to seconds. */
    private static final double ROUNDING = 1;

    private static final Comparator<Scored> ORDER =
            Comparator.comparingInt(Scored::cost).thenComparing(Scored::id);

    private final Wanted wanted;
    private final int atMost;
    private final List<Scored> best = new ArrayList<>();
    private double dearest = Double.MAX_VALUE;

    private record Scored(Helper helper, double metres, Terms terms, int cost) {
        UUID id() {
            return helper.id();
        }
    }

    Best(Wanted wanted, int atMost) {
        this.wanted = wanted;
        this.atMost = atMost;
    }

    /** Whether somebody who costs so much at least could be among them. */
    boolean mayTake(double cost) {
        return cost <= dearest;
    }

    /** Whether nobody so far away, however they travel and whatever else speaks for them, could be. */
    boolean isBeyond(double metres) {
        return metres > Travel.furthest(dearest - Terms.best(wanted.weights()));
    }

    void consider(Helper helper) {
        if (Eligibility.rule(helper, wanted) != null) return;
        double metres = helper.position().metresTo(wanted.position());
        Terms terms = Terms.of(helper, wanted, metres);
        int cost = terms.cost();
        if (cost <= dearest) add(new Scored(helper, metres, terms, cost));
    }

    private void add(Scored scored) {
        int place = Collections.binarySearch(best, scored, ORDER);
        if (place >= 0) return; // found twice
        best.add(-place - 1, scored);
        if (best.size() > atMost) best.removeLast();
        if (best.size() == atMost) dearest = best.getLast().cost() + ROUNDING;
    }

    List<Candidate> inOrder() {
        Set<UUID> seen = HashSet.newHashSet(best.size());
        List<Candidate> inOrder = new ArrayList<>(best.size());
        for (Scored one : best) {
            // somebody may change while they are looked at twice
            if (seen.add(one.id())) inOrder.add(Candidate.of(one.helper(), wanted, one.metres(), one.terms()));
        }
        return List.copyOf(inOrder);
    }
}
