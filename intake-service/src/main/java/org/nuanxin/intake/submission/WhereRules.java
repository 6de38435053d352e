package org.nuanxin.intake.submission;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.place.Place;
import org.nuanxin.intake.place.PlaceTree;
import org.nuanxin.intake.place.Point;

/** Where help is needed: a point, a place, or both if they fit. */
final class WhereRules {
    private final PlaceTree tree;
    private final Complaints complaints;

    WhereRules(PlaceTree tree, Complaints complaints) {
        this.tree = tree;
        this.complaints = complaints;
    }

    /** Null where something is wrong, which has then been complained of. */
    @Nullable
    Where find(@Nullable LocationBody location, @Nullable String placeId, @Nullable String home) {
        if (location != null) {
            Point point = point(location);
            return point == null ? null : at(point, placeId);
        }
        String known = placeId == null ? home : placeId;
        if (known == null) {
            complaints.add("placeId", "PlaceMissing");
            return null;
        }
        Place place = place(known);
        return place == null ? null : new Where(place, null);
    }

    private @Nullable Point point(LocationBody location) {
        if (!location.told().onEarth()) {
            complaints.add("location", "NotOnEarth");
            return null;
        }
        return location.wgs84();
    }

    private @Nullable Where at(Point point, @Nullable String placeId) {
        Place place = placeId == null ? grid(point) : place(placeId);
        if (place == null) {
            return null;
        }
        boolean near = place.centre().metresTo(point) <= PlaceTree.FARTHEST_METRES;
        complaints.check(near, "location", "FarFromPlace");
        return new Where(place, point);
    }

    private @Nullable Place grid(Point point) {
        Optional<Place> grid = tree.gridAt(point);
        complaints.check(grid.isPresent(), "location", "FarFromPlaces");
        return grid.orElse(null);
    }

    private @Nullable Place place(String id) {
        Place place = tree.find(id).orElse(null);
        if (place == null) {
            complaints.add("placeId", "UnknownPlace");
        } else if (place.community() == null) {
            complaints.add("placeId", "PlaceTooWide");
            return null;
        }
        return place;
    }
}
