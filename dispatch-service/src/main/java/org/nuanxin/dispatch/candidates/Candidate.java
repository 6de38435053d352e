package org.nuanxin.dispatch.candidates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who may be asked, and why.
 *
 * @param distanceMetres between the rounded positions
 * @param cost seconds of expected arrival, and what their load adds
 * @param reasons codes, the weightiest first
 */
public record Candidate(Helper helper, int distanceMetres, int arrivalSeconds, int cost, List<String> reasons) {
    /** Streets are longer than the line between two points. */
    private static final double DETOUR = 1.3;

    /** Somebody who already helps elsewhere comes later; this much per request held. */
    private static final int SECONDS_PER_HELD = 600;

    /** The best first; the id settles a tie, so that the same question has the same answer everywhere. */
    static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingInt(Candidate::cost).thenComparing(Candidate::id);

    static Candidate of(Helper helper, Wanted wanted) {
        double metres = helper.position().metresTo(wanted.position());
        int arrival = (int) Math.round(metres * DETOUR / metresPerSecond(helper));
        int cost = arrival + helper.held() * SECONDS_PER_HELD;
        return new Candidate(helper, (int) Math.round(metres), arrival, cost, reasons(helper, wanted));
    }

    public UUID id() {
        return helper.id();
    }

    private static double metresPerSecond(Helper helper) {
        return switch (helper.profile().travelMode()) {
            case WALK -> 80 / 60.0;
            case EBIKE -> 250 / 60.0;
            case CAR -> 400 / 60.0;
        };
    }

    private static List<String> reasons(Helper helper, Wanted wanted) {
        List<String> reasons = new ArrayList<>();
        reasons.add("NEAREST");
        reasons.add(Eligibility.serving(helper, wanted) ? "SERVES_THE_PLACE" : "WIDENED");
        if (helper.profile().onDuty()) reasons.add("ON_DUTY");
        else if (helper.onShift(wanted.at())) reasons.add("ON_SHIFT");
        else reasons.add("URGENT_ON_CALL");
        if (helper.held() == 0) reasons.add("FREE");
        return List.copyOf(reasons);
    }
}
