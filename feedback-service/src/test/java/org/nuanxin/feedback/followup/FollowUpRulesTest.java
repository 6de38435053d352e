package org.nuanxin.feedback.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.Solved;

class FollowUpRulesTest {
    @ParameterizedTest
    @CsvSource({
        "YES, 5, ",
        "YES, 3, ",
        "YES, 2, LOW_SCORE",
        "YES, 1, LOW_SCORE",
        "PARTLY, 5, NOT_SOLVED",
        "NO, 1, NOT_SOLVED",
        "NO, 5, NOT_SOLVED"
    })
    void ask_for_every_one_not_solved_or_rated_low(Solved solved, int score, FollowUpCause cause) {
        assertThat(FollowUpRules.cause(solved, score).orElse(null)).isEqualTo(cause);
    }

    @Test
    void take_a_sample_of_the_rest() {
        List<UUID> requests = Stream.generate(UUID::randomUUID).limit(20_000).toList();

        long sampled =
                requests.stream().filter(id -> FollowUpRules.inSample(id, 5)).count();

        assertThat(sampled / 20_000.0).isCloseTo(0.05, within(0.01));
        assertThat(requests).noneMatch(id -> FollowUpRules.inSample(id, 0));
        assertThat(requests).allMatch(id -> FollowUpRules.inSample(id, 100));
    }

    /** The same on every instance and after every restart. */
    @ParameterizedTest
    @CsvSource({"019ca9b7-a9c0-71f5-8b91-45b24d108d7a, 14, false", "019ca9b7-a9c0-71f5-8b91-45b24d108d7a, 15, true"})
    void always_take_the_same(UUID request, double percent, boolean taken) {
        assertThat(FollowUpRules.inSample(request, percent)).isEqualTo(taken);
    }
}
