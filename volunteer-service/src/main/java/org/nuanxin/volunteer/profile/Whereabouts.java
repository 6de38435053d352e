package org.nuanxin.volunteer.profile;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.nuanxin.events.Position;

/** A position as a phone sends it. */
record Whereabouts(
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon) {
    /** All that is kept of it. */
    Position coarse() {
        return new Position(lat, lon);
    }
}
