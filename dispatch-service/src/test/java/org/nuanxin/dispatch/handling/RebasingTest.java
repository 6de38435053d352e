package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.ClockWarned;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.MoveCause;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Urgency;

class RebasingTest {
    static final Instant NOON = SearchTest.NOON;
    static final Holder V1 = Said.volunteer("v1");
    static final Command REBASE = new Command.Rebase("the street promises more", "supervisor-1");

    Play play = Play.at(NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(NOON));

    @Test
    void moves_the_end_of_both_clocks() {
        play.pass(1).set(Promises.of(Urgency.URGENT, 1, 30, 48)).input(REBASE);

        assertThat(play.said(DeadlineMoved.class))
                .extracting(DeadlineMoved::clock, DeadlineMoved::dueAt, DeadlineMoved::cause)
                .containsExactly(
                        Tuple.tuple(Clock.RESPONSE, NOON.plus(Duration.ofMinutes(30)), MoveCause.REBASED),
                        Tuple.tuple(Clock.CLOSURE, NOON.plus(Duration.ofDays(2)), MoveCause.REBASED));
    }

    @Test
    void keeps_the_reason_and_both_policies_in_the_ledger() {
        play.set(Promises.of(Urgency.URGENT, 1, 30, 48)).input(REBASE);

        assertThat(play.handling().closure().entries().getLast())
                .isEqualTo(new Entry.Rebased(
                        NOON,
                        "supervisor-1",
                        "the street promises more",
                        play.handling().closure().policies().findFirst().orElseThrow(),
                        Promises.of(Urgency.URGENT, 1, 30, 48).key()));
    }

    @Test
    void repeats_only_the_warnings_that_lie_ahead_again() {
        work().until(NOON.plus(Duration.ofHours(22))).fromHere();

        play.set(Promises.of(Urgency.URGENT, 1, 15, 26)).input(REBASE).until(NOON.plus(Duration.ofHours(26)));

        assertThat(play.said(ClockWarned.class)).extracting(ClockWarned::stage).containsExactly(2);
        assertThat(play.said(ClockBreached.class)).hasSize(1);
    }

    @Test
    void breaches_at_once_and_once_where_the_new_end_has_passed() {
        work().until(NOON.plus(Duration.ofHours(10))).fromHere();

        play.set(Promises.of(Urgency.URGENT, 1, 15, 8)).input(REBASE).pass(60);

        assertThat(play.said(ClockWarned.class)).isEmpty();
        assertThat(play.said(ClockBreached.class))
                .extracting(ClockBreached::at, ClockBreached::dueAt)
                .containsExactly(Tuple.tuple(NOON.plus(Duration.ofHours(10)), NOON.plus(Duration.ofHours(10))));
        play.input(Said.completes(V1));
        assertThat(play.last(RequestCompleted.class).inTime()).isFalse();
    }

    @Test
    void of_a_paused_clock_counts_once_it_runs_again() {
        work().until(NOON.plus(Duration.ofHours(10)));
        play.input(new Command.Pause(PauseReason.WEATHER, play.now.plusSeconds(3600), "s"))
                .fromHere()
                .set(Promises.of(Urgency.URGENT, 1, 15, 8))
                .input(REBASE);
        assertThat(play.said(ClockBreached.class)).isEmpty();

        play.pass(60);

        assertThat(play.said(ClockBreached.class))
                .extracting(ClockBreached::at)
                .containsExactly(NOON.plus(Duration.ofHours(11)));
    }

    @Test
    void leaves_a_round_that_has_run_out_as_it_is() {
        work().until(NOON.plus(Duration.ofHours(25))).fromHere();

        play.set(Promises.of(Urgency.URGENT, 1, 15, 48)).input(REBASE);

        assertThat(play.said(DeadlineMoved.class)).isEmpty();
        assertThat(play.closure().isBreached()).isTrue();
    }

    @Test
    void leaves_a_response_that_came_too_late_as_it_is() {
        play.pass(20).fromHere();

        play.set(Promises.of(Urgency.URGENT, 1, 60, 48)).input(REBASE);

        assertThat(play.said(DeadlineMoved.class))
                .extracting(DeadlineMoved::clock)
                .containsExactly(Clock.CLOSURE);
        assertThat(play.response().isBreached()).isTrue();
    }

    @Test
    void leaves_a_response_that_has_run_out_as_it_is_before_that_is_told() {
        play.now = NOON.plus(Duration.ofMinutes(15));

        play.set(Promises.of(Urgency.URGENT, 1, 60, 48)).input(REBASE);

        assertThat(play.said(DeadlineMoved.class))
                .extracting(DeadlineMoved::clock)
                .containsExactly(Clock.CLOSURE);
        play.pass(1);
        assertThat(play.last(ClockBreached.class).dueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void of_a_search_that_waits_plans_it_anew() {
        Instant night = SearchTest.TEN_PAST_ELEVEN_AT_NIGHT;
        play = Play.at(night).with(named("v1")).submit(Said.haircut(night));

        play.set(Promises.of(Urgency.URGENT, 1, 30, 48)).input(REBASE);

        assertThat(play.status()).isEqualTo(Status.SEARCHING);
        assertThat(play.last(SearchStarted.class).responseDueAt()).isEqualTo(night.plus(Duration.ofMinutes(30)));
    }

    @Test
    void happens_once() {
        refused();
        play.set(Promises.of(Urgency.URGENT, 1, 30, 48)).input(REBASE);
        refused();
    }

    private void refused() {
        assertThatThrownBy(() -> play.input(REBASE))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(RuleBroken.Rule.NOTHING_TO_REBASE));
    }

    private Play work() {
        return play.input(Said.accepts(play.offerTo("v1")))
                .input(Said.setsOff(V1))
                .input(Said.arrives(V1));
    }
}
