package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.AlertEvent.AlertEnded;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.CloseCause;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.RequestCalledOff;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.RequestDeclined;
import org.nuanxin.events.DispatchEvent.RequestReferred;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Solved;

class EndingsTest {
    static final Instant NOON = SearchTest.NOON;
    static final Holder V1 = Said.volunteer("v1");
    Play play = Play.at(NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(NOON));

    @Test
    void withdrawn_with_offers_open_tells_everybody() {
        play.pass(3).input(Said.withdrawn());

        assertThat(play.said(OfferWithdrawn.class))
                .hasSize(5)
                .allMatch(withdrawn -> withdrawn.reason() == OfferEnd.REQUEST_WITHDRAWN);
        assertThat(play.said(RequestCalledOff.class)).hasSize(1);
        assertOver(Status.WITHDRAWN);
    }

    @Test
    void withdrawn_with_the_helper_on_the_way_tells_the_helper() {
        play.input(Said.accepts(play.offerTo("v1"))).input(Said.setsOff(V1)).input(Said.withdrawn());

        assertThat(play.last(AssignmentReleased.class).cause()).isEqualTo(ReleaseCause.WITHDRAWN);
        assertThat(play.held("v1")).isZero();
        assertOver(Status.WITHDRAWN);
    }

    @Test
    void withdrawn_before_its_search_began() {
        Instant night = SearchTest.TEN_PAST_ELEVEN_AT_NIGHT;
        play = Play.at(night).with(named("v1")).submit(Said.haircut(night)).input(Said.withdrawn());

        assertOver(Status.WITHDRAWN);
    }

    @Test
    void withdrawn_after_completion_changes_nothing() {
        done().fromHere().input(Said.withdrawn());

        assertThat(play.said).isEmpty();
        assertThat(play.status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void referred_says_where_to_turn() {
        play.pass(9).input(new Command.Refer("a water main", "the water company", "supervisor-1"));

        assertThat(play.last(RequestReferred.class).by()).isEqualTo("supervisor-1");
        assertThat(play.handling().outcome()).isEqualTo(new Outcome("a water main", "the water company"));
        assertThat(play.said(AlertEnded.class)).hasSize(2);
        assertOver(Status.REFERRED);
    }

    @Test
    void declined_says_why() {
        play.input(new Command.Decline("not ours", "12345", "supervisor-1"));

        assertThat(play.said(RequestDeclined.class)).hasSize(1);
        assertOver(Status.DECLINED);
    }

    @Test
    void solved_and_said_so_is_closed() {
        done().input(Said.rates(Solved.YES));

        assertThat(play.last(RequestClosed.class).cause()).isEqualTo(CloseCause.RATED);
        assertOver(Status.CLOSED);
    }

    @Test
    void silence_for_three_days_closes() {
        done().pass(Duration.ofHours(71));
        assertThat(play.status()).isEqualTo(Status.COMPLETED);

        play.pass(Duration.ofHours(1));

        assertThat(play.last(RequestClosed.class).cause()).isEqualTo(CloseCause.SILENCE);
        assertOver(Status.CLOSED);
    }

    @Test
    void not_solved_stays_open_to_more_until_the_time_is_over() {
        done().input(Said.rates(Solved.NO));
        assertThat(play.status()).isEqualTo(Status.COMPLETED);

        play.pass(Duration.ofDays(3));

        assertThat(play.last(RequestClosed.class).cause()).isEqualTo(CloseCause.RATED);
    }

    private Play done() {
        return play.input(Said.accepts(play.offerTo("v1")))
                .input(Said.setsOff(V1))
                .input(Said.arrives(V1))
                .input(Said.completes(V1));
    }

    private void assertOver(Status status) {
        assertThat(play.status()).isEqualTo(status);
        assertThat(play.timers).isEmpty();
        assertThat(play.handling().alerts()).isEmpty();
    }
}
