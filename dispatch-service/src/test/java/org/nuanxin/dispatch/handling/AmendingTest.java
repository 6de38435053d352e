package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.GRID;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.MoveCause;
import org.nuanxin.events.DispatchEvent.OfferEnd;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.PriorityChanged;
import org.nuanxin.events.DispatchEvent.SearchPlanned;
import org.nuanxin.events.Urgency;

class AmendingTest {
    static final Instant NOON = SearchTest.NOON;
    static final List<String> NEXT_DOOR = List.of("street-1", "community-1", "compound-1-1", "grid-1-1-02");

    @Test
    void another_place_asks_anew() {
        Play play = Play.at(NOON)
                .with(named("here").serving("grid-1-1-01"), named("both").serving("compound-1-1"))
                .submit(Said.lockedOut(NOON));

        play.pass(1).input(Said.amended(2, NEXT_DOOR, null));

        assertThat(play.said(OfferWithdrawn.class))
                .hasSize(2)
                .allMatch(withdrawn -> withdrawn.reason() == OfferEnd.REQUEST_AMENDED);
        assertThat(play.thinking()).containsExactly("both");
        assertThat(play.said(OfferMade.class)).extracting(OfferMade::offerId).doesNotHaveDuplicates();
    }

    @Test
    void an_older_word_undoes_nothing() {
        Play play =
                Play.at(NOON).with(named("here")).submit(Said.lockedOut(NOON)).fromHere();

        play.input(Said.amended(1, NEXT_DOOR, null));

        assertThat(play.said).isEmpty();
        assertThat(play.handling().matter().placePath()).isEqualTo(GRID);
    }

    @Test
    void a_later_appointment_begins_later_and_has_longer() {
        Instant from = NOON.plus(Duration.ofDays(2));
        Play play = Play.at(NOON).with(named("v1")).submit(Said.haircut(NOON, from));
        Instant later = from.plus(Duration.ofDays(1));

        play.input(Said.amended(2, GRID, new Appointment(later, later.plusSeconds(3600))));

        assertThat(play.last(SearchPlanned.class).startsAt()).isEqualTo(later.minus(Duration.ofHours(4)));
        assertThat(play.last(DeadlineMoved.class).dueAt()).isEqualTo(later.plus(Duration.ofHours(25)));
        assertThat(play.last(DeadlineMoved.class).cause()).isEqualTo(MoveCause.APPOINTMENT);
    }

    @Test
    void a_later_appointment_gives_the_holder_time() {
        Instant from = NOON.plus(Duration.ofHours(3));
        Play play = Play.at(NOON).with(named("v1")).submit(Said.haircut(NOON, from));
        play.input(Said.accepts(play.offerTo("v1")));
        Instant later = from.plus(Duration.ofHours(24));

        play.input(Said.amended(2, GRID, new Appointment(later, later.plusSeconds(3600))));

        play.until(later);
        assertThat(play.status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void a_matter_become_urgent_begins_at_once() {
        Instant night = SearchTest.TEN_PAST_ELEVEN_AT_NIGHT;
        Play play = Play.at(night).with(named("v1")).submit(Said.haircut(night));

        play.input(new Command.Prioritise(Urgency.URGENT, "supervisor-1"));

        assertThat(play.last(PriorityChanged.class).urgency()).isEqualTo(Urgency.URGENT);
        assertThat(play.status()).isEqualTo(Status.SEARCHING);
        assertThat(play.thinking()).containsExactly("v1");
    }

    @Test
    void the_same_urgency_again_changes_nothing() {
        Play play = Play.at(NOON).with(named("v1")).submit(Said.lockedOut(NOON)).fromHere();

        play.input(new Command.Prioritise(Urgency.URGENT, "supervisor-1"));

        assertThat(play.said).isEmpty();
    }
}
