package org.nuanxin.dispatch.candidates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Weights;

/**
 * What a candidate costs, term by term, in seconds of expected arrival; what speaks for somebody is negative.
 *
 * @param arrival the way: distance and detour over the speed of their travel mode
 * @param load for what they hold already
 * @param fairness for what they did in the last seven days
 * @param rating less for more stars than usual, more for fewer
 * @param sameGrid less for a neighbour of the same micro-grid
 */
public record Terms(int arrival, int load, int fairness, int rating, int sameGrid) {
    private static final int GRID_DEPTH = 3;

    static Terms of(Helper helper, Wanted wanted, double metres) {
        Weights weights = wanted.weights();
        Standing standing = helper.standing();
        return new Terms(
                (int) Math.round(Travel.seconds(metres, helper.profile().travelMode())),
                helper.held() * weights.perHeld(),
                standing.helpedLately(wanted.now()) * weights.perHelped(),
                (int) -Math.round(standing.starsAboveUsual() * weights.perStar()),
                isOfTheSameGrid(helper, wanted) ? -weights.sameGrid() : 0);
    }

    /** The most that can speak for anybody: nobody is rated a whole star above the usual. */
    static int best(Weights weights) {
        return -weights.perStar() - weights.sameGrid();
    }

    public int cost() {
        return arrival + load + fairness + rating + sameGrid;
    }

    static boolean isOfTheSameGrid(Helper helper, Wanted wanted) {
        String grid = grid(wanted.placePath());
        return grid != null && grid.equals(grid(helper.profile().placePath()));
    }

    /** The micro-grid of a path, null where it does not go that deep. */
    static @Nullable String grid(List<String> placePath) {
        return placePath.size() > GRID_DEPTH ? placePath.get(GRID_DEPTH) : null;
    }
}
