package org.nuanxin.dispatch.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the world and however it changes, the index finds what a look at everybody finds. */
class VolunteerIndexPropertyTest {
    private static final int WORLDS = 40;
    private static final int CHANGES = 60;

    @ParameterizedTest
    @CsvSource({
        "31, 121, 0.02, 300", // a crowded street
        "31, 121, 0.3, 300",
        "31, 121, 3, 400", // most are far away
        "-0.2, 179.8, 0.5, 200", // across the date line and the equator
        "89.7, -20, 0.5, 100",
        "60, 10, 40, 60", // hardly anybody anywhere
    })
    void finds_what_a_look_at_everybody_finds(double lat, double lon, double size, int people) {
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            new Run(random, new Worlds(random, lat, lon, size)).compare(1 + random.nextInt(people), "seed " + seed);
        }
    }

    private static final class Run {
        private final Random random;
        private final Worlds worlds;
        private final VolunteerIndex index = new VolunteerIndex();
        private final FullScan everybody = new FullScan();
        private final List<UUID> known = new ArrayList<>();

        Run(Random random, Worlds worlds) {
            this.random = random;
            this.worlds = worlds;
        }

        void compare(int people, String seed) {
            for (int i = 0; i < people; i++) put("v" + i);
            for (int change = 0; change < CHANGES; change++) {
                Wanted wanted = worlds.wanted(known);
                int atMost = random.nextInt(8) == 0 ? 1000 : random.nextInt(6);
                assertThat(index.best(wanted, atMost)).as(seed).isEqualTo(everybody.best(wanted, atMost));
                assertThat(index.leftOut(wanted, atMost)).as(seed).isEqualTo(everybody.leftOut(wanted, atMost));
                change(people);
            }
        }

        private void change(int people) {
            if (random.nextBoolean()) put("v" + random.nextInt(people + 1));
            UUID one = known.get(random.nextInt(known.size()));
            int held = random.nextInt(3);
            index.holds(one, held);
            everybody.put(Objects.requireNonNull(everybody.helpers.get(one)).holding(held));
        }

        private void put(String name) {
            Helper helper = worlds.helper(name);
            if (!everybody.helpers.containsKey(helper.id())) known.add(helper.id());
            index.put(helper);
            everybody.put(helper);
        }
    }
}
