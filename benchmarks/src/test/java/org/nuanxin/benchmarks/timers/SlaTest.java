package org.nuanxin.benchmarks.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nuanxin.dispatch.handling.TimerKey;

/** A request made for a measurement … */
class SlaTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 399})
    void has_its_timer_due_at_the_time_and_none_before(int n) {
        Story story = Sla.due(n, AT);

        assertThat(story.timers()).containsEntry(TimerKey.parse(Sla.of(n).kind()), AT);
        assertThat(story.timers().values()).allMatch(due -> !due.isBefore(AT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void is_in_the_state_in_which_the_engine_fires_it(int n) {
        Story before = Sla.due(n, AT);
        long version = before.handling().version();

        Story after = before.before(AT.plusNanos(1));

        assertThat(after.handling().version()).isGreaterThan(version);
        assertThat(after.timers()).doesNotContainKey(TimerKey.parse(Sla.of(n).kind()));
    }
}
