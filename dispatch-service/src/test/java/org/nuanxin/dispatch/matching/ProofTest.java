package org.nuanxin.dispatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A proof that has been tampered with is found out. */
class ProofTest {
    private final Problem problem = Family.CITY_GRID.problem(200, 1);
    private final Matching matching = Solver.solve(problem);

    @Test
    void holds_for_an_optimum() {
        assertThat(Proof.flaw(problem, matching)).isEmpty();
    }

    @Test
    void does_not_hold_for_a_volunteer_given_twice() {
        int[] volunteerOf = matching.volunteerOf.clone();
        volunteerOf[1] = volunteerOf[0];

        assertFlaw(with(volunteerOf), "takes two requests");
    }

    @Test
    void does_not_hold_for_a_volunteer_there_is_not() {
        int[] volunteerOf = matching.volunteerOf.clone();
        volunteerOf[0] = problem.volunteers();

        assertFlaw(with(volunteerOf), "there is no volunteer");
    }

    @Test
    void does_not_hold_where_somebody_could_not_be_asked() {
        int[] volunteerOf = matching.volunteerOf.clone();
        int stranger = 0;
        while (contains(volunteerOf, stranger) || couldTake(0, stranger)) stranger++;
        volunteerOf[0] = stranger;

        assertFlaw(with(volunteerOf), "has no arc");
    }

    @Test
    void does_not_hold_for_a_request_left_out() {
        int[] volunteerOf = matching.volunteerOf.clone();
        volunteerOf[0] = Matching.NOBODY;

        assertFlaw(with(volunteerOf), "not its worth");
    }

    @Test
    void does_not_hold_for_another_price() {
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            int[] price = matching.price.clone();
            price[volunteer]++;
            Matching tampered = new Matching(matching.cost(), matching.volunteerOf, matching.worth, price);

            assertThat(Proof.flaw(problem, tampered)).isPresent();
        }
        int[] price = matching.price.clone();
        price[price.length - 1] = -1;
        assertFlaw(new Matching(matching.cost(), matching.volunteerOf, matching.worth, price), "");
    }

    @Test
    void does_not_hold_for_another_worth_or_sum() {
        int[] worth = matching.worth.clone();
        worth[0]--;

        assertFlaw(new Matching(matching.cost(), matching.volunteerOf, worth, matching.price), "not its worth");
        assertFlaw(
                new Matching(matching.cost() - 1, matching.volunteerOf, matching.worth, matching.price),
                "not what it says");
        assertFlaw(Solver.solve(Family.UNIFORM.problem(10, 1)), "another problem");
    }

    /** A pair exchanged costs more, and no prices can make it look as if it did not. */
    @Test
    void does_not_hold_for_what_costs_more_whatever_the_prices() {
        Problem two = Problem.among(2)
                .request(1000)
                .arc(0, 1)
                .arc(1, 2)
                .request(1000)
                .arc(0, 2)
                .arc(1, 100)
                .build();
        Random random = new Random(1);

        for (int i = 0; i < 10_000; i++) {
            int[] price = {random.nextInt(200), random.nextInt(200)};
            int[] worth = {1 + price[0], 100 + price[1]};
            assertThat(Proof.flaw(two, new Matching(101, new int[] {0, 1}, worth, price)))
                    .isPresent();
        }
        assertThat(Solver.solve(two).volunteerOf).containsExactly(1, 0);
    }

    private Matching with(int[] volunteerOf) {
        return new Matching(matching.cost(), volunteerOf, matching.worth, matching.price);
    }

    private void assertFlaw(Matching tampered, String word) {
        assertThat(Proof.flaw(problem, tampered))
                .hasValueSatisfying(flaw -> assertThat(flaw).contains(word));
    }

    private static boolean contains(int[] volunteerOf, int volunteer) {
        return Arrays.stream(volunteerOf).anyMatch(taken -> taken == volunteer);
    }

    private boolean couldTake(int request, int volunteer) {
        for (int arc = problem.firstArc(request); arc < problem.firstArc(request + 1); arc++) {
            if (problem.volunteer(arc) == volunteer) return true;
        }
        return false;
    }
}
