package org.nuanxin.dispatch.candidates;

import org.nuanxin.events.Position;
import org.nuanxin.events.TravelMode;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;

/**
 * What a search must know of everybody it passes over, in one number, so that it is read and written at once: where somebody
 * is, how they travel, how far they go of themselves, what could bring them out, and what else they cost. Positions are
 * thousandths of a degree, so nothing of them is lost; all the rest speaks for somebody rather more than it should.
 */
final class Spot {
    static final int HALF_TURN = 180_000;
    static final int QUARTER_TURN = 90_000;

    private static final int LON_SHIFT = 18;
    private static final int MODE_SHIFT = LON_SHIFT + 19;
    private static final int DUTY_SHIFT = MODE_SHIFT + 2;
    private static final int RADIUS_SHIFT = DUTY_SHIFT + 2;
    private static final int HELD_SHIFT = RADIUS_SHIFT + 6;
    private static final int STARS_SHIFT = HELD_SHIFT + 3;
    private static final int GRID_SHIFT = STARS_SHIFT + 6;

    private static final int LAT_MASK = (1 << LON_SHIFT) - 1;
    private static final int LON_MASK = (1 << 19) - 1;
    private static final int ORDINARILY = 1;
    private static final int URGENTLY = 2;
    private static final int RADIUS_METRES = 100;
    private static final int WIDEST = 63;
    private static final int MOST_HELD = 7;
    private static final double STARS_EACH = 1 / 15.0;
    private static final int USUAL_STARS = 45;
    private static final int MOST_STARS = 63;

    /** Its multiples differ in their upper bits, even of hashes that hardly differ. */
    private static final int SCATTER = 0x9E3779B9;

    private Spot() {}

    static long of(Helper helper) {
        Position position = helper.position();
        VolunteerChanged profile = helper.profile();
        return ((long) gridCode(profile) << GRID_SHIFT)
                | ((long) starsCode(helper.standing()) << STARS_SHIFT)
                | ((long) Math.clamp(helper.held(), 0, MOST_HELD) << HELD_SHIFT)
                | ((long) radiusCode(profile.radiusMetres()) << RADIUS_SHIFT)
                | ((long) dutyCode(profile) << DUTY_SHIFT)
                | ((long) modeCode(profile.travelMode()) << MODE_SHIFT)
                | ((long) (thousandths(position.lon()) + HALF_TURN) << LON_SHIFT)
                | (thousandths(position.lat()) + QUARTER_TURN);
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

    /** Whether there is any hour at which they come; at which, their shifts say. */
    static boolean comes(long spot, boolean urgent) {
        return ((spot >>> DUTY_SHIFT) & (urgent ? ORDINARILY | URGENTLY : ORDINARILY)) != 0;
    }

    /** In metres, at most; without a limit where it is wider than can be said here. */
    static double radius(long spot) {
        int code = (int) (spot >>> RADIUS_SHIFT) & WIDEST;
        return code == WIDEST ? Double.MAX_VALUE : code * (double) RADIUS_METRES;
    }

    /** How many requests they hold, at least. */
    static int held(long spot) {
        return (int) (spot >>> HELD_SHIFT) & MOST_HELD;
    }

    /** Stars above the usual, at most. */
    static double stars(long spot) {
        return (((int) (spot >>> STARS_SHIFT) & MOST_STARS) - USUAL_STARS) * STARS_EACH;
    }

    /** Whether they may be of that micro-grid; of few others who are not it is said, too. */
    static boolean mayBeOf(int gridCode, long spot) {
        return (int) (spot >>> GRID_SHIFT) == gridCode;
    }

    private static int gridCode(VolunteerChanged profile) {
        String grid = Terms.grid(profile.placePath());
        return grid == null ? 0 : gridCode(grid);
    }

    static int gridCode(String grid) {
        return (grid.hashCode() * SCATTER) >>> 24;
    }

    private static int starsCode(Standing standing) {
        return Math.clamp((long) Math.ceil(standing.starsAboveUsual() / STARS_EACH) + USUAL_STARS, 0, MOST_STARS);
    }

    private static int radiusCode(int metres) {
        return Math.min(WIDEST, Math.ceilDiv(metres, RADIUS_METRES));
    }

    private static int dutyCode(VolunteerChanged profile) {
        int ordinarily = profile.onDuty() || !profile.shifts().isEmpty() ? ORDINARILY : 0;
        return ordinarily | (profile.urgentOnCall() ? URGENTLY : 0);
    }

    private static int modeCode(TravelMode mode) {
        return switch (mode) {
            case WALK -> 0;
            case EBIKE -> 1;
            case CAR -> 2;
        };
    }

    static int thousandths(double degrees) {
        return (int) Math.round(degrees * 1000);
    }
}
