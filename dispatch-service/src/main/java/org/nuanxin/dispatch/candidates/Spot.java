package org.nuanxin.dispatch.candidates;

import org.nuanxin.events.Position;
import org.nuanxin.events.TravelMode;

/**
 * Where somebody is, how they travel and how far they go of themselves, in one number: what a search must know of everybody it
 * passes over. Positions are thousandths of a degree, so nothing is lost.
 */
final class Spot {
    static final int HALF_TURN = 180_000;
    static final int QUARTER_TURN = 90_000;

    private static final int LON_SHIFT = 18;
    private static final int MODE_SHIFT = LON_SHIFT + 19;
    private static final int RADIUS_SHIFT = MODE_SHIFT + 2;
    private static final int LAT_MASK = (1 << LON_SHIFT) - 1;
    private static final int LON_MASK = (1 << 19) - 1;
    private static final int WIDEST = 0xFFFF;
    private static final TravelMode[] MODES = TravelMode.values();

    private Spot() {}

    static long of(Helper helper) {
        Position position = helper.position();
        long radius = Math.min(WIDEST, helper.profile().radiusMetres());
        return radius << RADIUS_SHIFT
                | (long) helper.profile().travelMode().ordinal() << MODE_SHIFT
                | (long) (thousandths(position.lon()) + HALF_TURN) << LON_SHIFT
                | thousandths(position.lat()) + QUARTER_TURN;
    }

    /** From the south pole. */
    static int lat(long spot) {
        return (int) spot & LAT_MASK;
    }

    /** From the date line. */
    static int lon(long spot) {
        return (int) (spot >>> LON_SHIFT) & LON_MASK;
    }

    static TravelMode mode(long spot) {
        return MODES[(int) (spot >>> MODE_SHIFT) & 3];
    }

    /** In metres; without a limit where it is wider than can be said here. */
    static double radius(long spot) {
        long radius = spot >>> RADIUS_SHIFT;
        return radius == WIDEST ? Double.MAX_VALUE : radius;
    }

    static int thousandths(double degrees) {
        return (int) Math.round(degrees * 1000);
    }
}
