package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.AlertEvent.AlertEnded;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.ClosureExtended;
import org.nuanxin.events.DispatchEvent.ClosurePaused;
import org.nuanxin.events.DispatchEvent.ExtensionAsked;
import org.nuanxin.events.DispatchEvent.ExtensionDenied;
import org.nuanxin.events.DispatchEvent.PauseAsked;
import org.nuanxin.events.DispatchEvent.PauseDenied;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.Holder;

class WishingTest {
    static final Instant NOON = SearchTest.NOON;
    static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    static final Instant LATER = NOON.plus(Duration.ofDays(2));
    static final Holder V1 = Said.volunteer("v1");
    static final Command PARTS = new Command.AskPause(PauseReason.WAITING_FOR_PARTS, TOMORROW, "v1");
    static final Command LONGER = new Command.AskExtension(LATER, "the wall is wet", "v1");

    Play play = Play.at(NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(NOON));

    @Test
    void for_a_pause_is_told_to_a_supervisor_while_the_clock_runs_on() {
        held().input(PARTS);

        assertThat(play.last(PauseAsked.class).reason()).isEqualTo(PauseReason.WAITING_FOR_PARTS);
        assertThat(play.last(AlertRaised.class).cause()).isEqualTo(Cause.PAUSE_ASKED);
        assertThat(play.last(AlertRaised.class).recipients()).containsExactly("supervisor-1");
        assertThat(play.closure().isRunning()).isTrue();
    }

    @Test
    void for_a_pause_once_granted_pauses() {
        held().input(PARTS).pass(3).input(new Command.GrantPause(null, "supervisor-1"));

        ClosurePaused paused = play.last(ClosurePaused.class);
        assertThat(paused.until()).isEqualTo(TOMORROW);
        assertThat(paused.by()).isEqualTo("supervisor-1");
        assertThat(play.said(AlertEnded.class)).hasSize(1);
        assertThat(play.handling().wishes()).isEqualTo(Wishes.NONE);
    }

    @Test
    void for_a_pause_may_be_granted_to_another_end_within_the_cap() {
        held().input(PARTS);
        refused(new Command.GrantPause(NOON.plus(Duration.ofDays(8)), "s"), RuleBroken.Rule.PAUSE_TOO_LONG);

        play.input(new Command.GrantPause(LATER, "supervisor-1"));

        assertThat(play.last(ClosurePaused.class).until()).isEqualTo(LATER);
    }

    @Test
    void denied_leaves_the_clock_as_it_was() {
        held().input(PARTS).input(LONGER);

        play.input(new Command.DenyPause("supervisor-1")).input(new Command.DenyExtension("supervisor-1"));

        assertThat(play.said(PauseDenied.class)).hasSize(1);
        assertThat(play.said(ExtensionDenied.class)).hasSize(1);
        assertThat(play.said(AlertEnded.class)).hasSize(2);
        assertThat(play.closure().dueAt()).isEqualTo(TOMORROW);
    }

    @Test
    void for_an_extension_once_granted_extends_and_is_told_at_completion() {
        held().input(LONGER);
        assertThat(play.last(ExtensionAsked.class).until()).isEqualTo(LATER);
        assertThat(play.last(AlertRaised.class).cause()).isEqualTo(Cause.EXTENSION_ASKED);

        play.input(new Command.GrantExtension(null, "supervisor-1"));
        assertThat(play.last(ClosureExtended.class).closureDueAt()).isEqualTo(LATER);
        assertThat(play.closure().extension()).isEqualTo("the wall is wet");

        play.input(Said.setsOff(V1)).input(Said.arrives(V1)).input(Said.completes(V1));
        assertThat(play.last(RequestCompleted.class).extended()).isTrue();
    }

    @Test
    void for_an_extension_may_come_from_the_grid_worker() {
        held().input(new Command.AskExtension(LATER, "parts", "grid-worker-1"));

        assertThat(play.said(ExtensionAsked.class)).hasSize(1);
    }

    @Test
    void of_whoever_lets_the_request_go_is_over() {
        held().input(PARTS).input(LONGER).input(Said.gives(V1));

        assertThat(play.handling().wishes()).isEqualTo(Wishes.NONE);
        assertThat(play.said(AlertEnded.class)).hasSize(2);
    }

    @Test
    void of_a_clock_that_runs_out_is_over() {
        held().input(Said.setsOff(V1)).input(LONGER).until(TOMORROW);

        assertThat(play.handling().wishes()).isEqualTo(Wishes.NONE);
        refused(new Command.GrantExtension(null, "s"), RuleBroken.Rule.NOTHING_ASKED);
    }

    @ParameterizedTest
    @MethodSource
    void what_may_not_be_asked(Command command, RuleBroken.Rule rule) {
        held();

        refused(command, rule);
    }

    static Stream<Arguments> what_may_not_be_asked() {
        Instant tooLate = NOON.plus(Duration.ofDays(9));
        return Stream.of(
                Arguments.of(new Command.AskPause(PauseReason.WEATHER, TOMORROW, "v2"), RuleBroken.Rule.NOT_THE_HOLDER),
                Arguments.of(
                        new Command.AskPause(PauseReason.WEATHER, TOMORROW, "grid-worker-1"),
                        RuleBroken.Rule.NOT_THE_HOLDER),
                Arguments.of(new Command.AskPause(PauseReason.WEATHER, NOON, "v1"), RuleBroken.Rule.NOT_IN_THE_FUTURE),
                Arguments.of(new Command.AskPause(PauseReason.WEATHER, tooLate, "v1"), RuleBroken.Rule.PAUSE_TOO_LONG),
                Arguments.of(new Command.AskExtension(LATER, "r", "v2"), RuleBroken.Rule.NOT_THE_HOLDER),
                Arguments.of(new Command.AskExtension(TOMORROW, "r", "v1"), RuleBroken.Rule.EXTENSION_NOT_LATER),
                Arguments.of(new Command.AskExtension(tooLate, "r", "v1"), RuleBroken.Rule.EXTENSION_TOO_LONG),
                Arguments.of(new Command.GrantPause(null, "s"), RuleBroken.Rule.NOTHING_ASKED),
                Arguments.of(new Command.DenyPause("s"), RuleBroken.Rule.NOTHING_ASKED),
                Arguments.of(new Command.GrantExtension(null, "s"), RuleBroken.Rule.NOTHING_ASKED),
                Arguments.of(new Command.DenyExtension("s"), RuleBroken.Rule.NOTHING_ASKED));
    }

    @Test
    void what_may_not_be_asked_while_it_stands_still_or_has_run_out() {
        held().input(Said.setsOff(V1)).input(new Command.Pause(PauseReason.WEATHER, NOON.plusSeconds(3600), "s"));
        refused(PARTS, RuleBroken.Rule.ALREADY_PAUSED);
        refused(LONGER, RuleBroken.Rule.CLOSURE_PAUSED);

        play.pass(Duration.ofDays(2));
        for (Command late : List.of(PARTS, LONGER)) refused(late, RuleBroken.Rule.CLOSURE_BREACHED);
    }

    private Play held() {
        play.input(Said.accepts(play.offerTo("v1")));
        return play.fromHere();
    }

    private void refused(Command command, RuleBroken.Rule rule) {
        assertThatThrownBy(() -> play.input(command))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
