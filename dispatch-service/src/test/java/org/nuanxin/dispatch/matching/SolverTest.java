package org.nuanxin.dispatch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A matching is the cheapest there is, by its own proof, by trying everything, and by the referee. */
class SolverTest {

    @ParameterizedTest
    @EnumSource
    void is_as_cheap_as_the_referee_says(Family family) {
        LongStream.range(0, 60).forEach(seed -> {
            Problem problem = family.problem(1 + (int) (seed * 7 % 120), seed);

            long cost = proven(problem, family + " of seed " + seed).cost();

            assertThat(cost)
                    .as("%s of seed %d", family, seed)
                    .isEqualTo(OrTools.flow(problem).cost());
        });
    }

    @ParameterizedTest
    @EnumSource
    void is_as_cheap_as_both_referees_say_in_a_whole_town(Family family) {
        Problem problem = family.problem(1500, 1);

        long cost = proven(problem, family.name()).cost();

        assertThat(cost)
                .isEqualTo(OrTools.flow(problem).cost())
                .isEqualTo(OrTools.assignment(problem).cost());
    }

    @Test
    void is_as_cheap_as_anything_that_can_be_tried() {
        for (long seed = 0; seed < 3000; seed++) {
            Problem problem = tiny(new Random(seed));

            assertThat(proven(problem, "seed " + seed).cost())
                    .as("seed %d", seed)
                    .isEqualTo(least(problem, 0, 0));
        }
    }

    @Test
    void leaves_everybody_with_nobody_where_nobody_is_to_be_had() {
        Problem problem = Problem.among(0).request(600).request(900).build();

        assertThat(Solver.solve(problem).volunteerOf).containsExactly(Matching.NOBODY, Matching.NOBODY);
        assertThat(Solver.solve(Problem.among(3).build()).cost()).isZero();
    }

    @Test
    void takes_the_cheaper_of_two_ways_to_the_same_volunteer() {
        Problem problem =
                Problem.among(1).request(100).arc(0, 50).arc(0, 20).arc(0, 30).build();

        assertThat(proven(problem, "twice").cost()).isEqualTo(20);
    }

    @Test
    void bears_the_dearest_costs_there_may_be() {
        Problem.Builder built = Problem.among(3);
        for (int request = 0; request < 4; request++) {
            built.request(Problem.DEAREST);
            for (int volunteer = 0; volunteer < 3; volunteer++)
                built.arc(volunteer, Problem.DEAREST - request * volunteer);
        }
        Problem problem = built.build();

        assertThat(proven(problem, "dear").cost()).isEqualTo(least(problem, 0, 0));
    }

    private static Matching proven(Problem problem, String what) {
        Matching matching = Solver.solve(problem);
        assertThat(Proof.flaw(problem, matching)).as(what).isEmpty();
        return matching;
    }

    private static Problem tiny(Random random) {
        int volunteers = random.nextInt(6);
        Problem.Builder built = Problem.among(volunteers);
        int most = 1 + random.nextInt(12);
        for (int request = random.nextInt(6); request >= 0; request--) {
            built.request(random.nextInt(2 * most));
            for (int arc = random.nextInt(5); arc > 0 && volunteers > 0; arc--) {
                built.arc(random.nextInt(volunteers), random.nextInt(most));
            }
        }
        return built.build();
    }

    /** From this request on, with these volunteers taken. */
    private static long least(Problem problem, int request, int taken) {
        if (request == problem.requests()) return 0;
        long least = problem.costOfNobody(request) + least(problem, request + 1, taken);
        for (int arc = problem.firstArc(request); arc < problem.firstArc(request + 1); arc++) {
            int volunteer = 1 << problem.volunteer(arc);
            if ((taken & volunteer) != 0) continue;
            least = Math.min(least, problem.cost(arc) + least(problem, request + 1, taken | volunteer));
        }
        return least;
    }
}
