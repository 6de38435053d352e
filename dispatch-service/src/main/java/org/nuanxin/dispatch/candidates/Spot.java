package org.nuanxin.dispatch.candidates;

import org.nuanxin.events.Position;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/**
 * Where somebody is, how they travel, how far they go of themselves and what could bring them out, in one number: what a search must know of everybody it
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
    private static final int DUTY_SHIFT = RADIUS_SHIFT + 16;
    private static final int ORDINARILY = 1;
    private static final int URGENTLY = 2;

    private Spot() {}

    static long of(Helper helper) {
        Position position = helper.position();
        long radius = Math.min(WIDEST, helper.profile().radiusMetres());
        return (duty(helper) << DUTY_SHIFT)
                | (radius << RADIUS_SHIFT)
                | (code(helper.profile().travelMode()) << MODE_SHIFT)
                | ((long) (thousandths(position.lon()) + HALF_TURN) << LON_SHIFT)
                | (thousandths(position.lat()) + QUARTER_TURN);
    }

    private static long duty(Helper helper) {
        VolunteerChanged profile = helper.profile();
        int ordinarily = profile.onDuty() || !profile.shifts().isEmpty() ? ORDINARILY : 0;
        return ordinarily | (profile.urgentOnCall() ? URGENTLY : 0);
    }

    /** Whether there is any hour at which they come; at which, their shifts say. */
    static boolean comes(long spot, boolean urgent) {
        return ((spot >>> DUTY_SHIFT) & (urgent ? ORDINARILY | URGENTLY : ORDINARILY)) != 0;
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
        return switch ((int) (spot >>> MODE_SHIFT) & 3) {
            case 0 -> TravelMode.WALK;
            case 1 -> TravelMode.EBIKE;
            default -> TravelMode.CAR;
        };
    }

    private static long code(TravelMode mode) {
        return switch (mode) {
            case WALK -> 0;
            case EBIKE -> 1;
            case CAR -> 2;
        };
    }

    /** In metres; without a limit where it is wider than can be said here. */
    static double radius(long spot) {
        long radius = (spot >>> RADIUS_SHIFT) & WIDEST;
        return radius == WIDEST ? Double.MAX_VALUE : radius;
    }

    static int thousandths(double degrees) {
        return (int) Math.round(degrees * 1000);
    }
}
