package org.nuanxin.events;

/**
 * A place on earth, WGS-84, rounded to a thousandth of a degree (about 100 m), so that no door can be told from it.
 *
 * @param lat degrees, -90 to 90
 * @param lon degrees, -180 to 180
 */
public record Position(double lat, double lon) {
    private static final double EARTH_METRES = 6_371_008.8;

    public Position {
        if (!(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("not on earth: " + lat + ", " + lon);
        }
        lat = Math.round(lat * 1000) / 1000.0;
        lon = Math.round(lon * 1000) / 1000.0;
    }

    /** Great-circle distance in metres. */
    public double metresTo(Position other) {
        double dLat = Math.toRadians(other.lat - lat) / 2;
        double dLon = Math.toRadians(other.lon - lon) / 2;
        double h = Math.sin(dLat) * Math.sin(dLat)
                + Math.cos(Math.toRadians(lat)) * Math.cos(Math.toRadians(other.lat)) * Math.sin(dLon) * Math.sin(dLon);
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
