package org.nuanxin.dispatch.candidates;

import org.nuanxin.events.TravelMode;

/** How long a way takes. */
final class Travel {
    /** Streets are longer than the line between two points. */
    private static final double DETOUR = 1.3;

    private Travel() {}

    static double seconds(double metres, TravelMode mode) {
        return metres * DETOUR / metresPerSecond(mode);
    }

    /** How far somebody gets in so many seconds, as the crow flies. */
    static double metres(double seconds, TravelMode mode) {
        return seconds * metresPerSecond(mode) / DETOUR;
    }

    /** Nobody gets further. */
    static double furthest(double seconds) {
        return metres(seconds, TravelMode.CAR);
    }

    private static double metresPerSecond(TravelMode mode) {
        return switch (mode) {
            case WALK -> 80 / 60.0;
            case EBIKE -> 250 / 60.0;
            case CAR -> 400 / 60.0;
        };
    }
}
