package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Volunteers;

/** Rivals are matched together: nobody has it best, all together do. */
class RivalsTest {

    @Test
    void are_helped_soonest_together() {
        Volunteers between = named("between");
        Volunteers north = named("north").north(3);

        Square square = new Square(SearchTest.NOON, between, north)
                .asking("first", 1)
                .asking("second", -2)
                .decided();

        assertThat(square.asked("first")).containsExactly("north");
        assertThat(square.asked("second")).containsExactly("between");
    }

    @Test
    void say_who_was_chosen_for_all_of_them() {
        Square together = new Square(SearchTest.NOON, AskingTest.crowd(6))
                .asking("first", 1)
                .asking("second", 1)
                .decided();
        Square alone = new Square(SearchTest.NOON, AskingTest.crowd(6))
                .asking("first", 1)
                .decided();

        assertThat(together.offers("first"))
                .extracting(offer -> offer.reasons().contains(Candidate.MATCHED_TOGETHER))
                .containsExactly(true, false, false);
        assertThat(alone.offers("first")).noneMatch(offer -> offer.reasons().contains(Candidate.MATCHED_TOGETHER));
    }

    @Test
    void do_not_ask_the_same_people_while_there_are_others() {
        Square square = new Square(SearchTest.NOON, AskingTest.crowd(6))
                .asking("first", 1)
                .asking("second", 1)
                .decided();

        List<String> asked = new ArrayList<>(square.asked("first"));
        asked.addAll(square.asked("second"));
        assertThat(asked).containsExactlyInAnyOrder("v1", "v2", "v3", "v4", "v5", "v6");
    }

    @Test
    void share_the_only_one_there_is() {
        Square square = new Square(SearchTest.NOON, named("only"))
                .asking("first", 1)
                .asking("second", 1)
                .decided();

        assertThat(square.asked("first")).containsExactly("only");
        assertThat(square.asked("second")).containsExactly("only");
    }

    @Test
    void look_further_when_all_who_are_near_are_taken() {
        Square square = new Square(SearchTest.NOON, AskingTest.crowd(40));
        IntStream.range(0, 40).forEach(i -> square.asking("r" + i, 0));

        square.decided();

        assertThat(IntStream.range(0, 40).mapToObj(i -> square.asked("r" + i)))
                .allSatisfy(asked -> assertThat(asked).hasSize(1))
                .doesNotHaveDuplicates();
    }

    @Test
    void are_none_where_it_is_asked_alone_or_elsewhere() {
        Square square = new Square(SearchTest.NOON, AskingTest.crowd(4))
                .asking("first", 0)
                .asking("elsewhere", 0, "community-2")
                .decided();

        assertThat(square.asked("first")).containsExactly("v1", "v2", "v3");
        assertThat(square.asked("elsewhere")).containsExactly("v1", "v2", "v3");
    }

    @Test
    void could_not_be_matched_for_less() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(3);
            Volunteers[] volunteers = IntStream.range(0, size + random.nextInt(2))
                    .mapToObj(i -> named("v" + i).north(random.nextInt(60) - 30))
                    .toArray(Volunteers[]::new);
            int[] steps = random.ints(size, -30, 30).toArray();
            Square square = new Square(SearchTest.NOON, volunteers);
            for (int i = 0; i < size; i++) square.asking("r" + i, steps[i]);

            square.decided();

            long seconds = IntStream.range(0, size)
                    .mapToLong(i -> square.offers("r" + i).getFirst().arrivalSeconds())
                    .sum();
            assertThat(seconds).as("seed %d", seed).isEqualTo(least(arrivals(volunteers, steps), 0, 0));
        }
    }

    /** What each would need if they were asked alone. */
    private static long[][] arrivals(Volunteers[] volunteers, int[] steps) {
        long[][] arrivals = new long[steps.length][volunteers.length];
        for (int i = 0; i < steps.length; i++) {
            for (int j = 0; j < volunteers.length; j++) {
                Square alone = new Square(SearchTest.NOON, volunteers[j])
                        .asking("r", steps[i])
                        .decided();
                arrivals[i][j] = alone.offers("r").getFirst().arrivalSeconds();
            }
        }
        return arrivals;
    }

    private static long least(long[][] arrivals, int request, int taken) {
        if (request == arrivals.length) return 0;
        long least = Long.MAX_VALUE;
        for (int j = 0; j < arrivals[request].length; j++) {
            if ((taken & 1 << j) != 0) continue;
            least = Math.min(least, arrivals[request][j] + least(arrivals, request + 1, taken | 1 << j));
        }
        return least;
    }
}
