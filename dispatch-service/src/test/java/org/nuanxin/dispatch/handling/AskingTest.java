package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.candidates.Standing;
import org.nuanxin.dispatch.candidates.Terms;
import org.nuanxin.dispatch.candidates.Volunteers;
import org.nuanxin.dispatch.experience.AnswerBook.Kind;
import org.nuanxin.dispatch.experience.AnswerBook.Line;
import org.nuanxin.dispatch.experience.AnswerCounts;
import org.nuanxin.dispatch.experience.Experience.Asked;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.OfferLapsed;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.OfferRefusalNoted;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;

class AskingTest {
    static final Instant NOON = SearchTest.NOON;

    @Test
    void asks_the_nearest_three_at_once() {
        Play play = Play.at(NOON).with(crowd(5)).submit(Said.lockedOut(NOON));

        assertThat(play.thinking()).containsExactly("v1", "v2", "v3");
        OfferMade offer = play.said(OfferMade.class).getFirst();
        assertThat(offer.waitUntil()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
        assertThat(offer.reasons()).contains("SERVES_THE_PLACE");
        assertThat(offer.rings()).isTrue();
    }

    @Test
    void replaces_a_refusal_at_once() {
        Play play = Play.at(NOON).with(crowd(5)).submit(Said.lockedOut(NOON));

        play.input(Said.refuses(play.offerTo("v2")));

        assertThat(play.last(OfferRefusalNoted.class).volunteerId()).isEqualTo(Volunteers.id("v2"));
        assertThat(play.thinking()).containsExactly("v1", "v3", "v4");
    }

    @Test
    void asks_others_when_the_wait_is_over() {
        Play play = Play.at(NOON).with(crowd(7)).submit(Said.lockedOut(NOON));

        play.pass(2);

        assertThat(play.said(OfferLapsed.class)).hasSize(3);
        assertThat(play.thinking()).containsExactly("v4", "v5", "v6");
    }

    @Test
    void widens_phase_by_phase() {
        Play play = Play.at(NOON)
                .with(crowd(16))
                .with(named("neighbour").serving("grid-1-1-02").north(8))
                .with(named("far").serving("grid-1-1-03").north(40))
                .submit(Said.lockedOut(NOON));

        play.pass(4);
        assertThat(play.thinking()).contains("neighbour").doesNotContain("far");
        assertThat(play.said(AlertRaised.class)).isEmpty();

        play.pass(4);
        assertThat(play.thinking()).contains("far");
        assertThat(play.last(AlertRaised.class).cause()).isEqualTo(Cause.WIDENED);
        assertThat(play.last(AlertRaised.class).recipients()).containsExactly("grid-worker-1");
    }

    @Test
    void widens_at_once_when_nobody_is_left_to_think() {
        Play play = Play.at(NOON)
                .with(named("only"), named("neighbour").serving("grid-1-1-02").north(8))
                .submit(Said.lockedOut(NOON));
        assertThat(play.thinking()).containsExactly("only");

        play.input(Said.refuses(play.offerTo("only")));

        assertThat(play.thinking()).containsExactly("neighbour");
    }

    @Test
    void asks_whoever_comes_on_duty_late() {
        Play play = Play.at(NOON).with(named("v1")).submit(Said.lockedOut(NOON)).pass(3);
        assertThat(play.thinking()).isEmpty();

        play.with(named("late")).pass(2);

        assertThat(play.thinking()).containsExactly("late");
    }

    @Test
    void gives_up_when_all_have_refused() {
        Play play = Play.at(NOON).with(named("v1")).submit(Said.lockedOut(NOON));

        play.input(Said.refuses(play.offerTo("v1")));

        assertThat(play.status()).isEqualTo(Status.MANUAL);
        assertThat(play.said(SearchHandedToDesk.class)).hasSize(1);
    }

    @Test
    void asks_one_only_who_is_sure_to_come() {
        Play play = Play.at(NOON).with(crowd(5));
        Kind noon = Kind.of("lock-opening", NOON);
        play.answers.put(new Line(Volunteers.id("v1"), noon), new AnswerCounts(40, 0, 0), NOON);

        play.submit(Said.lockedOut(NOON));

        assertThat(play.thinking()).containsExactly("v1");
        Offer offer = play.offerTo("v1");
        assertThat(offer.acceptance()).isGreaterThan(0.8);
        assertThat(offer.terms()).isEqualTo(new Terms(108, 0, 0, 0, -60));
    }

    @Test
    void asks_as_many_as_may_be_where_hardly_anybody_ever_comes() {
        Play play = Play.at(NOON).with(crowd(5));
        Kind noon = Kind.of("lock-opening", NOON);
        for (String name : List.of("v1", "v2", "v3")) {
            play.answers.put(new Line(Volunteers.id(name), noon), new AnswerCounts(0, 9, 9), NOON);
        }

        play.submit(Said.lockedOut(NOON));

        assertThat(play.thinking()).containsExactly("v1", "v2", "v3");
    }

    @Test
    void learns_from_what_they_answer() {
        Play play = Play.at(NOON).with(crowd(5)).submit(Said.lockedOut(NOON));

        play.input(Said.refuses(play.offerTo("v1"))).pass(2).input(Said.accepts(play.offerTo("v4")));

        assertThat(expected(play, "v4")).isGreaterThan(expected(play, "v5"));
        assertThat(expected(play, "v5")).isGreaterThan(expected(play, "v2"));
        assertThat(expected(play, "v2")).isGreaterThan(expected(play, "v1"));
    }

    @Test
    void leaves_alone_who_was_asked_often_today() {
        Standing often = Standing.NEW;
        for (int i = 0; i < 12; i++) often = often.after(new Asked(Volunteers.id("v1"), 12), NOON);
        Play play = Play.at(NOON).with(crowd(3)).with(named("v1").remembered(often));

        play.submit(Said.lockedOut(NOON));

        assertThat(play.thinking()).containsExactly("v2", "v3");
    }

    private static double expected(Play play, String name) {
        return play.acceptance(Volunteers.id(name), "lock-opening", NOON);
    }

    @Test
    void asks_nobody_twice_in_a_search() {
        Play play = Play.at(NOON).with(crowd(4)).submit(Said.lockedOut(NOON)).pass(14);

        assertThat(play.said(OfferMade.class))
                .extracting(OfferMade::volunteer)
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void rings_nobody_for_an_ordinary_matter_after_hours() {
        Instant beforeNine = Instant.parse("2026-03-02T12:59:00Z");
        Play play = Play.at(beforeNine).with(crowd(5)).submit(Said.haircut(beforeNine));

        play.pass(5).input(Said.refuses(play.offerTo("v1")));
        assertThat(play.said(OfferMade.class)).hasSize(3);

        play.until(SearchTest.EIGHT_IN_THE_MORNING);
        assertThat(play.thinking()).containsExactly("v2", "v3", "v4");
    }

    static Volunteers[] crowd(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(i -> named("v" + i).north(i))
                .toArray(Volunteers[]::new);
    }
}
