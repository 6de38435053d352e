package org.nuanxin.intake.place;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Level;

/** All places at one version. */
public final class PlaceTree {
    /** Farther than this from every micro-grid nobody of ours lives. */
    public static final double FARTHEST_METRES = 3_000;

    private final Map<String, Place> places;
    private final List<Place> grids;

    PlaceTree(List<Place> all) {
        this.places = all.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        this.grids = all.stream().filter(place -> place.level() == Level.GRID).toList();
    }

    public Optional<Place> find(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /** The micro-grid whose centre is nearest; empty where none is near. */
    public Optional<Place> gridAt(Point point) {
        return grids.stream()
                .min(Comparator.comparingDouble(grid -> grid.centre().metresTo(point)))
                .filter(grid -> grid.centre().metresTo(point) <= FARTHEST_METRES);
    }

    /** Top down, each level by id. */
    List<Place> select(@Nullable String parent, @Nullable Level level) {
        Stream<Place> all = places.values().stream();
        return all.filter(place -> parent == null || parent.equals(place.parentId()))
                .filter(place -> level == null || level == place.level())
                .sorted(Comparator.comparing(Place::level).thenComparing(Place::id))
                .toList();
    }
}
