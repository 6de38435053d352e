package org.nuanxin.dispatch.candidates;

import org.nuanxin.events.Position;

/**
 * How far spots are from one place at least. Cheap, never too much and hardly too little: what it lets pass is measured exactly.
 */
final class Near {
    private static final double EARTH_METRES = 6_371_008.8;
    private static final double THOUSANDTH = Math.toRadians(0.001);

    /** Up to here an angle differs from its sine by less than the slack. */
    private static final double SMALL = 0.1;

    private static final double SLACK = 0.999;

    /** Cosines of latitudes by tenths of a degree from the south pole, the smaller one of each. */
    private static final double[] COSINES = cosines();

    private static final int TENTH = 100;

    private final int lat;
    private final int lon;
    private final double cosine;

    Near(Position position) {
        lat = Spot.thousandths(position.lat()) + Spot.QUARTER_TURN;
        lon = Spot.thousandths(position.lon()) + Spot.HALF_TURN;
        cosine = Math.cos(Math.toRadians(position.lat()));
    }

    int lat() {
        return lat;
    }

    int lon() {
        return lon;
    }

    /** The square of metres. */
    double atLeastSquared(long spot) {
        return squared(Spot.lat(spot), Spot.lon(spot));
    }

    private double squared(int otherLat, int otherLon) {
        int turn = Math.abs(otherLon - lon);
        double dLat = Math.min(SMALL, Math.abs(otherLat - lat) * THOUSANDTH);
        double dLon = Math.min(SMALL, Math.min(turn, 2 * Spot.HALF_TURN - turn) * THOUSANDTH);
        double chord = dLat * dLat + cosine * COSINES[otherLat / TENTH] * dLon * dLon;
        return chord * (SLACK * EARTH_METRES * EARTH_METRES);
    }

    /** Metres to whatever lies so many thousandths of a degree further north or south, and further east or west. */
    double atLeast(int northOrSouth, int eastOrWest) {
        double byLat = northOrSouth * THOUSANDTH;
        double byLon = Math.sin(Math.min(Math.PI / 2, eastOrWest * THOUSANDTH)) * cosine;
        return Math.max(0, Math.min(byLat, byLon)) * SLACK * EARTH_METRES;
    }

    private static double[] cosines() {
        double[] cosines = new double[2 * Spot.QUARTER_TURN / TENTH + 1];
        for (int i = 0; i < cosines.length; i++) {
            double from = Math.toRadians(i / 10.0 - 90);
            double to = Math.toRadians((i + 1) / 10.0 - 90);
            cosines[i] = Math.max(0, Math.min(Math.cos(from), Math.cos(to)));
        }
        return cosines;
    }
}
