package org.nuanxin.intake.place;

import java.util.List;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.Names;

/** A street with one community, one micro-grid and one building. */
public final class PlaceTrees {
    private PlaceTrees() {}

    public static PlaceTree any() {
        return new PlaceTree(List.of(
                place(Level.STREET, "street"),
                place(Level.COMMUNITY, "street", "community"),
                place(Level.GRID, "street", "community", "grid"),
                place(Level.BUILDING, "street", "community", "grid", "building")));
    }

    private static Place place(Level level, String... path) {
        String id = path[path.length - 1];
        String parent = path.length > 1 ? path[path.length - 2] : null;
        return new Place(id, 1, level, parent, List.of(path), new Names(id, id), new Point(30.7437, 121.3366));
    }
}
