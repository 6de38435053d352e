package org.nuanxin.dispatch.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who may be asked, and why.
 *
 * @param distanceMetres between the rounded positions
 * @param terms what makes up the cost
 * @param reasons codes of what is true of them and speaks for asking them
 */
public record Candidate(Helper helper, int distanceMetres, Terms terms, List<String> reasons) {

    public static final String MATCHED_TOGETHER = "MATCHED_TOGETHER";

    /** The best first; the id settles a tie, so that the same question has the same answer everywhere. */
    public static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt(Candidate::cost).thenComparing(Candidate::id);

    static Candidate of(Helper helper, Wanted wanted) {
        double metres = helper.position().metresTo(wanted.position());
        return of(helper, wanted, metres, Terms.of(helper, wanted, metres));
    }

    static Candidate of(Helper helper, Wanted wanted, double metres, Terms terms) {
        return new Candidate(helper, (int) Math.round(metres), terms, reasons(helper, wanted));
    }

    public UUID id() {
        return helper.id();
    }

    /** Seconds of expected arrival, and what the other terms add or take off. */
    public int cost() {
        return terms.cost();
    }

    public int arrivalSeconds() {
        return terms.arrival();
    }

    /** The same, found to suit all the requests best that were matched together. */
    public Candidate matchedTogether() {
        List<String> all = new ArrayList<>(reasons);
        all.add(MATCHED_TOGETHER);
        return new Candidate(helper, distanceMetres, terms, List.copyOf(all));
    }

    private static List<String> reasons(Helper helper, Wanted wanted) {
        List<String> reasons = new ArrayList<>();
        reasons.add(Eligibility.serving(helper, wanted) ? "SERVES_THE_PLACE" : "WIDENED");
        if (Terms.isOfTheSameGrid(helper, wanted)) reasons.add("SAME_GRID");
        reasons.add("CREDENTIAL_VALID");
        if (helper.profile().onDuty()) reasons.add("ON_DUTY");
        else if (helper.onShift(wanted.at())) reasons.add("ON_SHIFT");
        else reasons.add("URGENT_ON_CALL");
        if (helper.held() == 0) reasons.add("FREE");
        return List.copyOf(reasons);
    }
}
