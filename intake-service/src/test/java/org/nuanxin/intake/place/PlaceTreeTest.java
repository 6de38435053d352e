package org.nuanxin.intake.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.Names;

class PlaceTreeTest {
    PlaceTree tree = new PlaceTree(List.of(
            place("east", Level.GRID, 121.3400),
            place("west", Level.GRID, 121.3360),
            place("house", Level.BUILDING, 121.3379)));

    @Test
    void finds_the_micro_grid_whose_centre_is_nearest() {
        assertThat(tree.gridAt(new Point(30.7437, 121.3379)).map(Place::id)).hasValue("west");
        assertThat(tree.gridAt(new Point(30.7437, 121.3382)).map(Place::id)).hasValue("east");
    }

    @Test
    void finds_none_far_from_all_of_them() {
        assertThat(tree.gridAt(new Point(31.2304, 121.4737))).isEmpty();
        assertThat(tree.gridAt(new Point(0, 0))).isEmpty();
    }

    static Place place(String id, Level level, double lon) {
        return new Place(id, 1, level, "compound", List.of("s", "c", id), new Names(id, id), new Point(30.7437, lon));
    }
}
