package org.nuanxin.dispatch.matching;

import java.util.Arrays;

/** Who has whom so far, and the prices: what a request has is never dearer to it than anything else it could have. */
final class Standing {
    static final int NONE = -1;

    final Problem problem;
    /** By request, the arc it has taken. */
    final int[] taken;
    /** By volunteer, the request that has them. */
    final int[] holder;

    final int[] price;

    Standing(Problem problem) {
        this.problem = problem;
        taken = new int[problem.requests()];
        holder = new int[problem.volunteers()];
        price = new int[problem.volunteers()];
        Arrays.fill(taken, NONE);
        Arrays.fill(holder, NONE);
    }

    int priceOf(int arc) {
        return problem.cost[arc] + price[problem.volunteer[arc]];
    }

    void take(int request, int arc) {
        taken[request] = arc;
        holder[problem.volunteer[arc]] = request;
    }

    Matching matching() {
        int[] volunteerOf = new int[taken.length];
        int[] worth = new int[taken.length];
        long cost = 0;
        for (int request = 0; request < taken.length; request++) {
            int arc = taken[request];
            volunteerOf[request] = arc == NONE ? Matching.NOBODY : problem.volunteer[arc];
            worth[request] = arc == NONE ? problem.nobody[request] : priceOf(arc);
            cost += arc == NONE ? problem.nobody[request] : problem.cost[arc];
        }
        return new Matching(cost, volunteerOf, worth, price);
    }
}
