package org.nuanxin.intake.submission;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.place.Crs;
import org.nuanxin.intake.place.Point;

/** A point as a phone or a map tells it; WGS-84 unless said otherwise. */
public record LocationBody(
        @NotNull Double lat, @NotNull Double lon, @Nullable Crs crs) {
    Point told() {
        return new Point(lat, lon);
    }

    Point wgs84() {
        return crs == null ? told() : crs.toWgs84(told());
    }
}
