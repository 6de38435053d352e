package org.nuanxin.intake.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.Names;
import org.nuanxin.intake.directory.Bilingual;
import org.nuanxin.kit.problems.Invalid;

class PlaceRulesTest {
    static final Point CENTRE = new Point(30.7, 121.3);

    Place street = place("street", Level.STREET, "street");
    Place community = place("community", Level.COMMUNITY, "street", "community");
    Place compound = place("compound", Level.COMPOUND, "street", "community", "compound");
    Place grid = place("grid", Level.GRID, "street", "community", "compound", "grid");
    Place other = place("other", Level.COMMUNITY, "street", "other");
    List<Place> all = List.of(street, community, compound, grid, other);

    @Test
    void a_place_lies_below_its_parent() {
        List<Place> changed = PlaceRules.define("new", wanted(Level.BUILDING, "grid"), all, 7);

        assertThat(changed).singleElement().satisfies(place -> {
            assertThat(place.path()).containsExactly("street", "community", "compound", "grid", "new");
            assertThat(place.version()).isEqualTo(7);
        });
    }

    @Test
    void a_place_that_moves_takes_all_below_it_along() {
        List<Place> changed = PlaceRules.define("compound", wanted(Level.COMPOUND, "other"), all, 8);

        assertThat(changed)
                .extracting(place -> String.join("/", place.path()))
                .containsExactly("street/other/compound", "street/other/compound/grid");
        assertThat(changed).allSatisfy(place -> assertThat(place.version()).isEqualTo(8));
    }

    @Test
    void a_place_that_stays_changes_nothing_below_it() {
        assertThat(PlaceRules.define("compound", wanted(Level.COMPOUND, "community"), all, 8))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "new, GRID, nowhere",
        "new, GRID, ",
        "new, STREET, street",
        "new, GRID, street",
        "new, COMMUNITY, compound",
        "community, GRID, compound",
        "community, COMMUNITY, community",
        "compound, GRID, community",
    })
    void refuses_what_would_be_no_tree(String id, Level level, @Nullable String parent) {
        assertThatThrownBy(() -> PlaceRules.define(id, wanted(level, parent), all, 9))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void refuses_a_centre_off_the_earth() {
        var swapped = new PlaceBody(Level.GRID, "compound", new Bilingual("新", "new"), new Point(121.3, 30.7));

        assertThatThrownBy(() -> PlaceRules.define("new", swapped, all, 9)).isInstanceOf(Invalid.class);
    }

    static PlaceBody wanted(Level level, @Nullable String parent) {
        return new PlaceBody(level, parent, new Bilingual("新", "new"), CENTRE);
    }

    static Place place(String id, Level level, String... path) {
        String parent = path.length > 1 ? path[path.length - 2] : null;
        return new Place(id, 1, level, parent, List.of(path), new Names(id, id), CENTRE);
    }
}
