package org.nuanxin.intake.place;

import org.nuanxin.events.Position;

/** A point on earth, WGS-84, in degrees, as exactly as it was told; outside this service only its {@link #coarse} is. */
public record Point(double lat, double lon) {
    private static final double METRES_PER_DEGREE = 111_195;

    /** Whether there is such a point; NaN is none. */
    public boolean onEarth() {
        return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
    }

    public Position coarse() {
        return new Position(lat, lon);
    }

    /** Near enough within a city. */
    public double metresTo(Point other) {
        double north = other.lat - lat;
        double east = (other.lon - lon) * Math.cos(Math.toRadians(lat));
        return METRES_PER_DEGREE * Math.sqrt(north * north + east * east);
    }
}
