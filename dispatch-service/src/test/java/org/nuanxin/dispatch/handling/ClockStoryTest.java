package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.handling.ClockStory.Step;
import org.nuanxin.events.Clock;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Holder;

class ClockStoryTest {
    static final Instant NOON = SearchTest.NOON;
    static final Holder V1 = Said.volunteer("v1");

    Play play = Play.at(NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(NOON));

    @Test
    void tells_why_a_matter_is_overdue_step_by_step() {
        play.input(Said.accepts(play.offerTo("v1"))).input(Said.setsOff(V1));
        play.until(hour(2)).input(new Command.Pause(PauseReason.WEATHER, hour(8), "supervisor-1"));
        play.until(hour(5)).input(new Command.Resume("supervisor-1"));
        play.until(hour(30));

        ClockStory story = story(Clock.CLOSURE);

        assertThat(story.breached()).isTrue();
        assertThat(story.dueAt()).isEqualTo(hour(27));
        assertThat(story.steps())
                .extracting(
                        step -> step.entry().getClass().getSimpleName(),
                        step -> step.used().toHours(),
                        Step::dueAt)
                .containsExactly(
                        Tuple.tuple("Started", 0L, hour(24)),
                        Tuple.tuple("Paused", 2L, hour(30)),
                        Tuple.tuple("Resumed", 2L, hour(27)),
                        Tuple.tuple("Warned", 18L, hour(27)),
                        Tuple.tuple("Warned", 21L, hour(27)),
                        Tuple.tuple("Breached", 24L, hour(27)));
    }

    @Test
    void of_the_response_ends_with_whoever_committed() {
        play.pass(10).input(Said.accepts(play.offerTo("v1")));

        ClockStory story = story(Clock.RESPONSE);

        assertThat(story.steps()).last().satisfies(step -> {
            assertThat(step.entry()).isEqualTo(new Entry.Stopped(NOON.plusSeconds(600), "v1"));
            assertThat(step.used()).isEqualTo(Duration.ofMinutes(10));
        });
    }

    @Test
    void remembers_the_searches_before() {
        play.pass(20)
                .input(Said.accepts(play.offerTo("v1")))
                .input(Said.gives(V1))
                .pass(1);

        assertThat(play.handling().clockStories(play))
                .extracting(ClockStory::clock, ClockStory::round, ClockStory::breached)
                .containsExactly(
                        Tuple.tuple(Clock.RESPONSE, 1, true),
                        Tuple.tuple(Clock.RESPONSE, 2, false),
                        Tuple.tuple(Clock.CLOSURE, 1, false));
    }

    private ClockStory story(Clock clock) {
        return play.handling().clockStories(play).stream()
                .filter(told -> told.clock() == clock)
                .findFirst()
                .orElseThrow();
    }

    private static Instant hour(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }
}
