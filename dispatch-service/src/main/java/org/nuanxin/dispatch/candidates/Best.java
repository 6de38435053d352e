package org.nuanxin.dispatch.candidates;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.nuanxin.events.TravelMode;

/** The best so far, at most so many; and how near somebody else must be to be among them. */
final class Best {
    /** The cost of the way is rounded. */
    private static final double ROUNDING = 1;

    private static final Comparator<Scored> ORDER =
            Comparator.comparingInt(Scored::cost).thenComparing(Scored::id);

    private final Wanted wanted;
    private final int atMost;
    private final TreeSet<Scored> best = new TreeSet<>(ORDER);
    private double longest = Double.MAX_VALUE;

    private record Scored(Helper helper, int cost) {
        UUID id() {
            return helper.id();
        }
    }

    Best(Wanted wanted, int atMost) {
        this.wanted = wanted;
        this.atMost = atMost;
    }

    /** Whether somebody at a distance, squared, could be among them at all. */
    boolean mayTake(double metresSquared, TravelMode mode) {
        double metres = Travel.metres(longest, mode);
        return metresSquared <= metres * metres;
    }

    /** Whether somebody who takes so long could be. */
    boolean mayTake(double seconds) {
        return seconds <= longest;
    }

    /** Whether nobody so far away, however they travel, could be. */
    boolean isBeyond(double metres) {
        return metres > Travel.furthest(longest);
    }

    void consider(Helper helper) {
        if (Eligibility.rule(helper, wanted) != null) return;
        double metres = helper.position().metresTo(wanted.position());
        Scored scored = new Scored(helper, Terms.of(helper, wanted, metres).cost());
        if (best.size() == atMost && ORDER.compare(scored, best.last()) >= 0) return;
        best.add(scored);
        if (best.size() > atMost) best.pollLast();
        if (best.size() == atMost) narrow(best.last().cost());
    }

    List<Candidate> inOrder() {
        Set<UUID> seen = new HashSet<>();
        return best.stream()
                .filter(scored -> seen.add(scored.id())) // somebody may change while they are looked at twice
                .map(scored -> Candidate.of(scored.helper(), wanted))
                .toList();
    }

    private void narrow(int worst) {
        longest = Math.max(0, worst - Terms.best(wanted.weights()) + ROUNDING);
    }
}
