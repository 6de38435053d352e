package org.nuanxin.dispatch.candidates;

import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Weights;

/** What somebody costs at least, as far as their spot tells: cheap, never too much, and hardly too little. */
final class Bound {
    private static final int NO_GRID = -1;

    private final Near near;
    private final Weights weights;
    private final int gridCode;

    Bound(Wanted wanted) {
        near = new Near(wanted.position());
        weights = wanted.weights();
        gridCode = gridCode(Terms.grid(wanted.placePath()));
    }

    private static int gridCode(@Nullable String grid) {
        return grid == null ? NO_GRID : Spot.gridCode(grid);
    }

    Near near() {
        return near;
    }

    /** In seconds of expected arrival. */
    double cost(long spot, double metresSquared) {
        double way = Travel.seconds(Math.sqrt(metresSquared), Spot.mode(spot));
        double neighbour = Spot.mayBeOf(gridCode, spot) ? weights.sameGrid() : 0;
        return way + Spot.held(spot) * weights.perHeld() - Spot.stars(spot) * weights.perStar() - neighbour;
    }
}
