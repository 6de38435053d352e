package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.candidates.Standing;
import org.nuanxin.dispatch.candidates.Volunteers;
import org.nuanxin.dispatch.experience.Experience.Answer;
import org.nuanxin.dispatch.experience.Experience.Answered;
import org.nuanxin.events.DispatchEvent.AcceptanceRejected;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.OfferRefusalNoted;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.RejectionReason;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;

class AnswersTest {
    static final Instant NOON = SearchTest.NOON;
    Play play = Play.at(NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(NOON));

    @Test
    void the_first_acceptance_wins_and_the_others_are_told_at_once() {
        play.pass(1).input(Said.accepts(play.offerTo("v2")));

        RequestAssigned assigned = play.last(RequestAssigned.class);
        assertThat(assigned.holder()).isEqualTo(Said.volunteer("v2"));
        assertThat(assigned.confirmedBy()).isEqualTo(ConfirmedBy.APP);
        assertThat(assigned.answeredInTime()).isTrue();
        assertThat(assigned.byHand()).isFalse();
        assertThat(play.said(OfferWithdrawn.class))
                .allMatch(withdrawn -> withdrawn.reason() == OfferEnd.TAKEN)
                .extracting(OfferWithdrawn::volunteerId)
                .containsExactly(Volunteers.id("v1"), Volunteers.id("v3"));
        assertThat(play.held("v2")).isEqualTo(1);
        assertThat(play.status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void the_second_acceptance_is_told_that_it_is_taken() {
        Offer second = play.offerTo("v1");
        play.input(Said.accepts(play.offerTo("v2"))).input(Said.accepts(second));

        assertThat(play.last(AcceptanceRejected.class).reason()).isEqualTo(RejectionReason.TAKEN);
        assertThat(play.said(RequestAssigned.class)).hasSize(1);
    }

    @Test
    void a_lapsed_offer_is_still_welcome() {
        Offer first = play.offerTo("v1");

        play.pass(3).input(Said.accepts(first));

        assertThat(play.last(RequestAssigned.class).offerId()).isEqualTo(first.id());
        assertThat(play.said(OfferWithdrawn.class)).hasSize(4);
    }

    @Test
    void an_offer_is_welcome_even_at_the_duty_desk() {
        Offer first = play.offerTo("v1");
        play.pass(16);
        assertThat(play.status()).isEqualTo(Status.MANUAL);
        assertThat(play.said(SearchHandedToDesk.class)).hasSize(1);

        play.input(Said.accepts(first));

        assertThat(play.status()).isEqualTo(Status.ASSIGNED);
        assertThat(play.last(RequestAssigned.class).answeredInTime()).isFalse();
    }

    @Test
    void repeating_a_won_acceptance_yields_nothing() {
        Input acceptance = Said.accepts(play.offerTo("v2"));
        play.input(acceptance).fromHere().input(acceptance);

        assertThat(play.said).isEmpty();
        assertThat(play.held("v2")).isEqualTo(1);
    }

    @Test
    void somebody_without_room_is_told_and_replaced() {
        Volunteers busy = named("v2").north(2).roomFor(1);
        Play full = Play.at(NOON).with(AskingTest.crowd(5)).with(busy).submit(Said.lockedOut(NOON));
        full.with(busy.holding(1)).input(Said.accepts(full.offerTo("v2")));

        assertThat(full.last(AcceptanceRejected.class).reason()).isEqualTo(RejectionReason.CAPACITY);
        assertThat(full.thinking()).containsExactly("v1", "v3", "v4");
    }

    @Test
    void somebody_no_longer_verified_is_told() {
        play.with(named("v2").unverified()).input(Said.accepts(play.offerTo("v2")));

        assertThat(play.last(AcceptanceRejected.class).reason()).isEqualTo(RejectionReason.NOT_ELIGIBLE);
    }

    @Test
    void an_offer_to_somebody_else_is_not_theirs() {
        play.input(Said.accepts(play.offerTo("v2").id(), Volunteers.id("v1"), "v1"));

        assertThat(play.last(AcceptanceRejected.class).reason()).isEqualTo(RejectionReason.NOT_YOURS);
    }

    @Test
    void an_offer_that_never_was_cannot_be_accepted() {
        play.input(Said.accepts(new UUID(1, 1), Volunteers.id("v1"), "v1"));

        assertThat(play.last(AcceptanceRejected.class).reason()).isEqualTo(RejectionReason.WITHDRAWN);
    }

    @Test
    void an_offer_refused_cannot_be_accepted_afterwards() {
        Offer offer = play.offerTo("v1");
        play.input(Said.refuses(offer)).input(Said.accepts(offer));

        assertThat(play.last(AcceptanceRejected.class).reason()).isEqualTo(RejectionReason.WITHDRAWN);
    }

    @Test
    void a_refusal_of_what_is_over_yields_nothing() {
        Offer late = play.offerTo("v1");
        play.input(Said.accepts(play.offerTo("v2"))).fromHere().input(Said.refuses(late));

        assertThat(play.said).isEmpty();
    }

    @Test
    void a_refusal_after_the_wait_asks_nobody_twice() {
        Offer lapsed = play.offerTo("v1");
        play.pass(3).fromHere().input(Said.refuses(lapsed));

        assertThat(play.said(OfferMade.class)).isEmpty();
    }

    @Test
    void wonder_once_at_five_refusals_in_a_row() {
        Standing four = Standing.NEW;
        for (int i = 0; i < 4; i++) four = four.after(refused(), SearchTest.NOON);
        Play fifth =
                Play.at(SearchTest.NOON).with(named("v1").remembered(four)).submit(Said.lockedOut(SearchTest.NOON));
        fifth.input(Said.refuses(fifth.offerTo("v1")));
        Standing five = four.after(refused(), SearchTest.NOON);
        Play sixth =
                Play.at(SearchTest.NOON).with(named("v1").remembered(five)).submit(Said.lockedOut(SearchTest.NOON));
        sixth.input(Said.refuses(sixth.offerTo("v1")));

        assertThat(fifth.last(OfferRefusalNoted.class).skillsOrHours()).isTrue();
        assertThat(sixth.last(OfferRefusalNoted.class).skillsOrHours()).isFalse();
    }

    @Test
    void forget_the_refusals_with_the_next_yes_and_do_not_count_silence() {
        Standing four = Standing.NEW;
        for (int i = 0; i < 4; i++) four = four.after(refused(), SearchTest.NOON);

        assertThat(four.after(answered(Answer.SILENT), SearchTest.NOON).refusals())
                .isEqualTo(4);
        assertThat(four.after(answered(Answer.ACCEPTED), SearchTest.NOON).refusals())
                .isZero();
    }

    private static Answered refused() {
        return answered(Answer.REFUSED);
    }

    private static Answered answered(Answer answer) {
        return new Answered(Volunteers.id("v1"), "lock-opening", answer);
    }
}
