package org.nuanxin.dispatch.matching;

import static org.nuanxin.dispatch.matching.Standing.NONE;

import java.util.Arrays;

/**
 * The quick beginning: each request takes what is cheapest to it. Where somebody else has that already, it outbids them as far
 * as its second choice allows, and they look again. That settles most; it ends after so many bids, because two who are nearly
 * content with either of two volunteers would go on bidding by seconds.
 */
final class Bidding {
    private static final int BIDS_PER_REQUEST = 8;

    private final Problem problem;
    private final Standing standing;
    private final int[] left;
    private int leftCount;
    private int contests;

    // what the last look has found
    private int arc;
    private int first;
    private int second;

    Bidding(Standing standing) {
        this.standing = standing;
        this.problem = standing.problem;
        this.left = new int[problem.requests()];
        this.contests = BIDS_PER_REQUEST * problem.requests();
    }

    /** The requests that are still to be placed. */
    int[] left() {
        for (int request = 0; request < problem.requests(); request++) {
            int next = request;
            while (next != NONE) next = bid(next);
        }
        return Arrays.copyOf(left, leftCount);
    }

    /** Returns who has been outbid. */
    private int bid(int request) {
        look(request);
        if (arc == NONE) return NONE;
        int volunteer = problem.volunteer[arc];
        int outbid = standing.holder[volunteer];
        if (outbid != NONE && (first == second || contests-- <= 0)) {
            left[leftCount++] = request;
            return NONE;
        }
        if (outbid != NONE) {
            standing.price[volunteer] += second - first;
            standing.taken[outbid] = NONE;
        }
        standing.take(request, arc);
        return outbid;
    }

    /** The cheapest arc, if any is cheaper than nobody, and what the second choice costs; among equals whoever is free. */
    private void look(int request) {
        arc = NONE;
        first = Integer.MAX_VALUE;
        second = problem.nobody[request];
        for (int at = problem.firstArc[request]; at < problem.firstArc[request + 1]; at++) {
            int price = standing.priceOf(at);
            if (price >= second) continue;
            if (price < first || (price == first && isFree(at))) {
                second = Math.min(first, second);
                first = price;
                arc = at;
            } else second = price;
        }
    }

    private boolean isFree(int at) {
        return standing.holder[problem.volunteer[at]] == NONE;
    }
}
