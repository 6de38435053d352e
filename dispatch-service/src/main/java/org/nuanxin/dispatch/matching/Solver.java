package org.nuanxin.dispatch.matching;

/**
 * The cheapest matching there is: a quick beginning by bids, then successive shortest augmenting paths with prices. The prices
 * prove the result; {@link Proof} checks them.
 */
public final class Solver {
    private Solver() {}

    public static Matching solve(Problem problem) {
        Standing standing = new Standing(problem);
        int[] left = new Bidding(standing).left();
        if (left.length > 0) {
            Paths paths = new Paths(standing);
            for (int request : left) paths.place(request);
        }
        return standing.matching();
    }
}
