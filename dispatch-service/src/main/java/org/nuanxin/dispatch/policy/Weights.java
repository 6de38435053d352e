package org.nuanxin.dispatch.policy;

/**
 * What counts beside the way, in seconds of expected arrival. None is negative: that would reward what it is to weigh against.
 *
 * @param perHeld added for each request that somebody holds: they come later
 * @param perHelped added for each request they helped with in the last seven days, so that the same few are not worn out
 * @param perStar taken off for each star of their rating above the usual, and added for each below
 * @param sameGrid taken off for a neighbour of the same micro-grid
 */
public record Weights(int perHeld, int perHelped, int perStar, int sameGrid) {
    public static final Weights USUAL = new Weights(600, 60, 60, 60);
}
