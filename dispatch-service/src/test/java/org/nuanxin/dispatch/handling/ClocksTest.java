package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.ClockBreached;
import org.nuanxin.events.DispatchEvent.ClockWarned;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.ClosureResumed;
import org.nuanxin.events.DispatchEvent.DeskCause;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;
import org.nuanxin.events.Holder;

class ClocksTest {
    static final Instant NOON = SearchTest.NOON;
    static final Holder V1 = Said.volunteer("v1");
    Play play = Play.at(NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(NOON));

    @Test
    void the_response_clock_warns_at_nine_and_twelve_and_runs_out_at_fifteen_minutes() {
        play.pass(20);

        assertThat(play.said(ClockWarned.class))
                .extracting(ClockWarned::stage, ClockWarned::at)
                .containsExactly(tuple(1, 9), tuple(2, 12));
        assertThat(play.said(ClockBreached.class)).hasSize(1);
        assertThat(play.last(ClockBreached.class).at()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(play.last(SearchHandedToDesk.class).cause()).isEqualTo(DeskCause.RESPONSE_BREACHED);
        assertThat(play.status()).isEqualTo(Status.MANUAL);
    }

    @Test
    void each_warning_and_the_breach_tell_the_level_the_policy_names() {
        play.pass(20);

        assertThat(play.said(AlertRaised.class))
                .extracting(AlertRaised::cause, AlertRaised::level)
                .containsExactly(
                        Tuple.tuple(Cause.WIDENED, AlertLevel.GRID),
                        Tuple.tuple(Cause.RESPONSE_WARNING, AlertLevel.GRID),
                        Tuple.tuple(Cause.RESPONSE_BREACH, AlertLevel.COMMUNITY));
    }

    @Test
    void the_response_clock_stops_when_somebody_commits() {
        play.pass(8)
                .input(Said.accepts(play.offerTo("v1")))
                .input(Said.setsOff(V1))
                .pass(30);

        assertThat(play.said(ClockWarned.class)).isEmpty();
    }

    @Test
    void the_closure_clock_warns_and_runs_out_while_somebody_works() {
        work().pass(Duration.ofHours(25));

        assertThat(play.said(ClockWarned.class)).extracting(ClockWarned::clock).containsOnly(Clock.CLOSURE);
        assertThat(play.said(ClockWarned.class)).hasSize(2);
        assertThat(play.last(ClockBreached.class).at()).isEqualTo(NOON.plus(Duration.ofHours(24)));

        play.input(Said.completes(V1));
        assertThat(play.last(RequestCompleted.class).inTime()).isFalse();
    }

    @Test
    void a_pause_stands_still_until_its_end() {
        Instant until = NOON.plus(Duration.ofHours(10));
        work().input(new Command.Pause(PauseReason.WAITING_FOR_PARTS, until, "supervisor-1"));
        assertThat(play.last(ClosurePaused.class).until()).isEqualTo(until);

        play.until(NOON.plus(Duration.ofHours(26)));

        assertThat(play.last(ClosureResumed.class).at()).isEqualTo(until);
        assertThat(play.last(ClosureResumed.class).closureDueAt()).isEqualTo(NOON.plus(Duration.ofHours(34)));
        assertThat(play.said(ClockBreached.class)).isEmpty();
    }

    @Test
    void a_pause_may_end_before() {
        Instant until = NOON.plus(Duration.ofHours(10));
        work().input(new Command.Pause(PauseReason.WEATHER, until, "supervisor-1"));

        play.pass(Duration.ofHours(2)).input(new Command.Resume("supervisor-1"));

        assertThat(play.last(ClosureResumed.class).closureDueAt()).isEqualTo(NOON.plus(Duration.ofHours(26)));
        assertThat(play.timers).doesNotContainKey(TimerKey.of(TimerKey.Kind.PAUSE_END));
    }

    @Test
    void a_completion_during_a_pause_ends_the_pause() {
        work().input(new Command.Pause(PauseReason.WEATHER, play.now.plusSeconds(3600), "supervisor-1"))
                .input(Said.completes(V1));

        assertThat(play.said(ClosureResumed.class)).hasSize(1);
        assertThat(play.last(RequestCompleted.class).inTime()).isTrue();
    }

    @Test
    void an_extension_is_a_new_round_with_warnings_of_its_own() {
        Instant until = NOON.plus(Duration.ofDays(2));
        work().until(NOON.plus(Duration.ofHours(23))).input(new Command.Extend(until, "parts", "supervisor-1"));
        assertThat(play.last(ClosureExtended.class).closureDueAt()).isEqualTo(until);

        play.until(until);

        assertThat(play.said(ClockWarned.class))
                .extracting(ClockWarned::round, ClockWarned::stage)
                .containsExactly(Tuple.tuple(1, 1), Tuple.tuple(1, 2), Tuple.tuple(2, 1), Tuple.tuple(2, 2));
        assertThat(play.said(ClockBreached.class))
                .extracting(ClockBreached::round)
                .isEqualTo(List.of(2));
        play.input(Said.completes(V1));
        assertThat(play.last(RequestCompleted.class).extended()).isTrue();
    }

    @Test
    void what_may_not_be_done_to_the_closure_clock() {
        work();
        Duration day = Duration.ofDays(1);
        refused(new Command.Resume("s"), RuleBroken.Rule.NOT_PAUSED);
        refused(new Command.Pause(PauseReason.WEATHER, play.now, "s"), RuleBroken.Rule.NOT_IN_THE_FUTURE);
        refused(
                new Command.Pause(PauseReason.WEATHER, play.now.plus(day.multipliedBy(3)), "s"),
                RuleBroken.Rule.PAUSE_TOO_LONG);
        refused(new Command.Extend(NOON.plus(day), "r", "s"), RuleBroken.Rule.EXTENSION_NOT_LATER);
        refused(new Command.Extend(NOON.plus(day.multipliedBy(9)), "r", "s"), RuleBroken.Rule.EXTENSION_TOO_LONG);

        play.input(new Command.Pause(PauseReason.WEATHER, play.now.plus(day), "s"));
        refused(new Command.Pause(PauseReason.WEATHER, play.now.plus(day), "s"), RuleBroken.Rule.ALREADY_PAUSED);
        refused(new Command.Extend(NOON.plus(day.multipliedBy(2)), "r", "s"), RuleBroken.Rule.CLOSURE_PAUSED);

        play.pass(day.multipliedBy(3));
        refused(new Command.Pause(PauseReason.WEATHER, play.now.plus(day), "s"), RuleBroken.Rule.CLOSURE_BREACHED);
        refused(new Command.Extend(play.now.plus(day), "r", "s"), RuleBroken.Rule.CLOSURE_BREACHED);
    }

    @Test
    void what_was_late_is_told_once_each_and_in_order() {
        play.now = NOON.plus(Duration.ofMinutes(40));
        play.until(play.now);

        assertThat(play.said(ClockWarned.class)).extracting(ClockWarned::stage).containsExactly(1, 2);
        assertThat(play.said(ClockBreached.class)).hasSize(1);
    }

    private Play work() {
        return play.input(Said.accepts(play.offerTo("v1")))
                .input(Said.setsOff(V1))
                .input(Said.arrives(V1));
    }

    private void refused(Command command, RuleBroken.Rule rule) {
        assertThatThrownBy(() -> play.input(command))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private static Tuple tuple(int stage, int minute) {
        return Tuple.tuple(stage, NOON.plus(Duration.ofMinutes(minute)));
    }
}
