package org.nuanxin.dispatch.matching;

/**
 * Who takes what, and the prices that prove that it cannot be had for less. Whoever asks for a volunteer pays the cost of the
 * arc and the volunteer's price; what a request pays in all is its worth.
 */
public final class Matching {
    public static final int NOBODY = -1;

    final int[] volunteerOf;
    final int[] worth;
    final int[] price;
    private final long cost;

    Matching(long cost, int[] volunteerOf, int[] worth, int[] price) {
        this.cost = cost;
        this.volunteerOf = volunteerOf;
        this.worth = worth;
        this.price = price;
    }

    public long cost() {
        return cost;
    }

    /** {@link #NOBODY} for a request that is left with nobody. */
    public int volunteerOf(int request) {
        return volunteerOf[request];
    }

    public int worth(int request) {
        return worth[request];
    }

    /** 0 for a volunteer who is left over. */
    public int price(int volunteer) {
        return price[volunteer];
    }
}
