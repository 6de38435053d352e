package org.nuanxin.intake.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.kit.problems.Invalid;

/** What the tree must be: every place below one of a wider level, communities right below streets, no cycle. */
final class PlaceRules {
    private PlaceRules() {}

    /**
     * The place as wanted, and every place below it whose path changes with it.
     *
     * @param family the place itself, its wanted parent and all below it, as far as they are there
     */
    static List<Place> define(String id, PlaceBody wanted, List<Place> family, long version) {
        Place parent = parent(wanted, family);
        check(id, wanted, parent, family);
        List<String> above = parent == null ? List.of() : parent.path();
        Place place = new Place(
                        id,
                        version,
                        wanted.level(),
                        wanted.parentId(),
                        List.of(),
                        wanted.name().names(),
                        wanted.centre())
                .below(above, version);
        List<Place> changed = new ArrayList<>(List.of(place));
        if (moved(place, family)) {
            carryAlong(place, family, changed);
        }
        return changed;
    }

    private static @Nullable Place parent(PlaceBody wanted, List<Place> family) {
        String parentId = wanted.parentId();
        return parentId == null
                ? null
                : find(parentId, family).orElseThrow(() -> Invalid.field("parentId", PlaceRules.class, "UnknownPlace"));
    }

    private static void check(String id, PlaceBody wanted, @Nullable Place parent, List<Place> family) {
        if ((parent == null) != (wanted.level() == Level.STREET)) {
            throw Invalid.field("parentId", PlaceRules.class, "ParentUnlessStreet");
        }
        if (parent != null && parent.within(id)) {
            throw Invalid.field("parentId", PlaceRules.class, "Cycle");
        }
        if (parent != null && !fits(wanted.level(), parent.level())) {
            throw Invalid.field("level", PlaceRules.class, "LevelOrder", parent.level());
        }
        if (family.stream().anyMatch(child -> id.equals(child.parentId()) && !fits(child.level(), wanted.level()))) {
            throw Invalid.field("level", PlaceRules.class, "LevelAboveChildren");
        }
        if (!wanted.centre().onEarth()) {
            throw Invalid.field("centre", PlaceRules.class, "NotOnEarth");
        }
    }

    /** Compounds and buildings may be left out, communities may not. */
    private static boolean fits(Level level, Level parent) {
        return level.compareTo(parent) > 0 && (parent != Level.STREET || level == Level.COMMUNITY);
    }

    private static boolean moved(Place place, List<Place> family) {
        return find(place.id(), family)
                .filter(before -> !before.path().equals(place.path()))
                .isPresent();
    }

    private static void carryAlong(Place moved, List<Place> family, List<Place> changed) {
        for (Place child : family) {
            if (moved.id().equals(child.parentId())) {
                Place carried = child.below(moved.path(), moved.version());
                changed.add(carried);
                carryAlong(carried, family, changed);
            }
        }
    }

    private static Optional<Place> find(String id, List<Place> family) {
        return family.stream().filter(place -> place.id().equals(id)).findFirst();
    }
}
