package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Urgency;

class ReckoningTest {
    static final Instant NOON = SearchTest.NOON;
    static final Policy DAY = Promises.of(Urgency.ORDINARY, 1, 60, 24);
    static final Policy TWO_DAYS = Promises.of(Urgency.ORDINARY, 2, 120, 48);
    static final Policy SIX_HOURS = Promises.of(Urgency.ORDINARY, 3, 30, 6);
    static final Policies BOOK = key -> Stream.of(DAY, TWO_DAYS, SIX_HOURS)
            .filter(policy -> policy.key().equals(key))
            .findFirst()
            .orElseThrow();

    Ledger ledger = Ledger.of(new Entry.Started(NOON, "engine", DAY.key(), NOON));

    @Test
    void of_what_was_only_started_is_the_time_of_the_policy() {
        assertThat(clock().dueAt()).isEqualTo(hour(24));
        assertThat(clock().warnings()).isEqualTo(Map.of(1, hour(18), 2, NOON.plus(Duration.ofMinutes(1296))));
    }

    @Test
    void counts_working_hours_only_where_the_policy_says_so() {
        Instant eveningBefore = SearchTest.EIGHT_IN_THE_MORNING.minus(Duration.ofMinutes(11 * 60 + 20));
        ledger = Ledger.of(new Entry.Started(eveningBefore, "engine", DAY.key(), eveningBefore));

        Reckoning response = Reckoning.of(Clock.RESPONSE, 1, ledger, BOOK);

        assertThat(response.dueAt()).isEqualTo(SearchTest.EIGHT_IN_THE_MORNING.plus(Duration.ofMinutes(40)));
        assertThat(response.used(SearchTest.EIGHT_IN_THE_MORNING)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void leaves_out_the_pauses() {
        enter(new Entry.Paused(hour(2), "s", PauseReason.WEATHER, hour(10)));
        assertThat(clock().dueAt()).isEqualTo(hour(32));
        assertThat(clock().used(hour(9))).isEqualTo(Duration.ofHours(2));
        assertThat(clock().warnings()).isEmpty();

        enter(new Entry.Resumed(hour(5), "s"));
        assertThat(clock().dueAt()).isEqualTo(hour(27));
        assertThat(clock().paused()).isEqualTo(Duration.ofHours(3));
        assertThat(clock().warnings().get(1)).isEqualTo(hour(21));
    }

    @Test
    void adds_an_extension_as_a_round_of_its_own() {
        enter(new Entry.Warned(hour(18), 1), new Entry.Extended(hour(20), "s", "parts", hour(40)));

        assertThat(clock().dueAt()).isEqualTo(hour(40));
        assertThat(clock().round()).isEqualTo(2);
        assertThat(clock().granted()).isEqualTo(Duration.ofHours(40));
        assertThat(clock().warnings()).isEqualTo(Map.of(1, hour(35), 2, hour(38)));
    }

    @Test
    void gives_a_warning_again_only_where_another_policy_moves_it_ahead() {
        enter(new Entry.Warned(hour(18), 1), new Entry.Rebased(hour(20), "s", "why", DAY.key(), TWO_DAYS.key()));
        assertThat(clock().dueAt()).isEqualTo(hour(48));
        assertThat(clock().warnings().keySet()).containsExactly(1, 2);
        assertThat(clock().isWarned()).isFalse();

        enter(new Entry.Warned(hour(36), 1), new Entry.Rebased(hour(37), "s", "why", TWO_DAYS.key(), TWO_DAYS.key()));
        assertThat(clock().warnings().keySet()).containsExactly(2);
        assertThat(clock().round()).isEqualTo(1);
    }

    @Test
    void runs_out_at_once_where_another_policy_grants_less_than_was_used() {
        enter(new Entry.Rebased(hour(7), "s", "why", DAY.key(), SIX_HOURS.key()));

        assertThat(clock().dueAt()).isEqualTo(hour(7));
        assertThat(clock().warnings()).isEmpty();
    }

    @Test
    void keeps_what_people_have_granted_beyond_the_policy() {
        enter(
                new Entry.Extended(hour(20), "s", "parts", hour(40)),
                new Entry.Rebased(hour(21), "s", "why", DAY.key(), TWO_DAYS.key()));

        assertThat(clock().dueAt()).isEqualTo(hour(48 + 16));
    }

    @Test
    void stands_still_up_to_the_end_of_another_appointment() {
        enter(new Entry.Rebooked(hour(4), "r", hour(30)));

        assertThat(clock().dueAt()).isEqualTo(hour(30 + 20));
        assertThat(clock().used(hour(20))).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void begins_at_an_appointment_moved_ahead_or_back() {
        ledger = Ledger.of(new Entry.Started(NOON, "engine", DAY.key(), hour(50)));
        assertThat(clock().dueAt()).isEqualTo(hour(74));

        enter(new Entry.Rebooked(hour(1), "r", hour(10)));
        assertThat(clock().dueAt()).isEqualTo(hour(34));

        enter(new Entry.Rebooked(hour(2), "r", hour(2)));
        assertThat(clock().dueAt()).isEqualTo(hour(26));
    }

    @Test
    void keeps_a_pause_before_an_appointment_from_counting_twice() {
        ledger = Ledger.of(new Entry.Started(NOON, "engine", DAY.key(), hour(50)));

        enter(new Entry.Paused(hour(1), "s", PauseReason.WEATHER, hour(9)), new Entry.Resumed(hour(9), "clock"));

        assertThat(clock().dueAt()).isEqualTo(hour(74));
    }

    @Test
    void grants_a_least_at_reopening_and_forgives_the_time_between() {
        enter(new Entry.Stopped(hour(23), "v1"), new Entry.Reopened(hour(60), "resident-1", DAY.key()));
        assertThat(clock().dueAt()).isEqualTo(hour(64));
        assertThat(clock().round()).isEqualTo(2);

        enter(new Entry.Stopped(hour(61), "v1"), new Entry.Reopened(hour(70), "resident-1", TWO_DAYS.key()));
        assertThat(clock().dueAt()).isEqualTo(hour(70 + 48 + 3 - 24));
    }

    @Test
    void of_a_clock_that_stopped_too_late_says_when_it_was_due() {
        enter(new Entry.Breached(hour(24)), new Entry.Stopped(hour(30), "v1"));

        assertThat(clock().dueAt()).isEqualTo(hour(24));
        assertThat(clock().isBreached()).isTrue();
        assertThat(clock().used(hour(99))).isEqualTo(Duration.ofHours(30));
    }

    private void enter(Entry... entries) {
        for (Entry entry : entries) ledger = ledger.and(entry);
    }

    private Reckoning clock() {
        return Reckoning.of(Clock.CLOSURE, 1, ledger, BOOK);
    }

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }
}
