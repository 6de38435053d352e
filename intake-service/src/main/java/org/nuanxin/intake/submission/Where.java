package org.nuanxin.intake.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Position;
import org.nuanxin.intake.place.Place;
import org.nuanxin.intake.place.Point;

/**
 * Where help is needed.
 *
 * @param exact as it was told; null where only the place is known
 */
record Where(Place place, @Nullable Point exact) {
    List<String> path() {
        return place.path();
    }

    Position position() {
        return (exact == null ? place.centre() : exact).coarse();
    }
}
