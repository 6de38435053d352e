package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.DispatchEvent.DeskCause;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestClosed;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.Holder;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

class ReopeningTest {
    static final Instant NOON = SearchTest.NOON;
    static final Holder V1 = Said.volunteer("v1");
    static final Holder GRID_WORKER = Said.staff("grid-worker-1");
    Play play = Play.at(NOON).with(named("v1"), named("v2")).submit(Said.lockedOut(NOON));

    @Test
    void begins_a_fresh_search_without_the_first_helper() {
        helped().pass(60).input(Said.reopens(false));

        SearchStarted again = play.last(SearchStarted.class);
        assertThat(again.cause()).isEqualTo(SearchCause.REOPENING);
        assertThat(again.responseDueAt()).isEqualTo(play.now.plus(Duration.ofMinutes(15)));
        assertThat(play.thinking()).containsExactly("v2");
    }

    @Test
    void asks_the_first_helper_where_wanted() {
        helped().input(Said.reopens(true));

        assertThat(play.thinking()).containsExactlyInAnyOrder("v1", "v2");
    }

    @Test
    void keeps_the_closure_time_used_and_forgives_the_time_since() {
        play.pass(Duration.ofMinutes(1));
        helped().pass(Duration.ofHours(50)).input(Said.reopens(false));

        assertThat(play.last(SearchStarted.class).closureDueAt())
                .isEqualTo(play.now.plus(Duration.ofHours(24)).minus(Duration.ofMinutes(1)));
    }

    @Test
    void grants_four_hours_at_least() {
        play.input(Said.accepts(play.offerTo("v1"))).input(Said.setsOff(V1)).input(Said.arrives(V1));
        play.until(NOON.plus(Duration.ofHours(23))).input(Said.completes(V1)).input(Said.reopens(false));

        assertThat(play.last(SearchStarted.class).closureDueAt()).isEqualTo(play.now.plus(Duration.ofHours(4)));
        assertThat(play.closure().round()).isEqualTo(2);
    }

    @Test
    void is_possible_for_seven_days_also_when_closed() {
        helped().pass(Duration.ofDays(7)).input(Said.reopens(false));

        assertThat(play.said(RequestClosed.class)).hasSize(1);
        assertThat(play.status()).isEqualTo(Status.SEARCHING);
    }

    @Test
    void is_not_possible_afterwards() {
        helped().pass(Duration.ofDays(7).plusSeconds(1)).input(Said.reopens(false));

        assertThat(play.status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void a_second_time_comes_to_the_desk_one_level_up() {
        helped().input(Said.reopens(true));
        helped().input(Said.reopens(true));

        assertThat(play.status()).isEqualTo(Status.MANUAL);
        assertThat(play.last(SearchHandedToDesk.class).cause()).isEqualTo(DeskCause.SECOND_REOPENING);
        assertThat(play.last(SearchHandedToDesk.class).placeId()).isEqualTo("street-1");
        assertThat(play.last(AlertRaised.class).level()).isEqualTo(AlertLevel.STREET);
    }

    @Test
    void returns_a_public_matter_to_its_owner_who_must_say_yes() {
        greenery(NOON).input(Said.reopens(false));

        RequestAssigned returned = play.last(RequestAssigned.class);
        assertThat(returned.holder()).isEqualTo(GRID_WORKER);
        assertThat(returned.confirmedBy()).isNull();
        assertThat(returned.byHand()).isFalse();
        play.pass(10);
        assertThat(play.status()).isEqualTo(Status.MANUAL);
    }

    @Test
    void at_night_returns_a_public_matter_in_the_morning() {
        greenery(NOON).until(SearchTest.TEN_PAST_ELEVEN_AT_NIGHT).fromHere().input(Said.reopens(false));
        assertThat(play.status()).isEqualTo(Status.WAITING);

        play.until(SearchTest.EIGHT_IN_THE_MORNING);

        assertThat(play.last(RequestAssigned.class).holder()).isEqualTo(GRID_WORKER);
    }

    @Test
    void of_a_public_matter_whose_owner_has_left_comes_to_the_desk() {
        greenery(NOON);
        play.roster.put(AlertLevel.GRID, java.util.List.of("grid-worker-2"));

        play.input(Said.reopens(false));

        assertThat(play.status()).isEqualTo(Status.MANUAL);
    }

    @Test
    void counts_the_helper_free_again() {
        helped().input(Said.reopens(false));

        assertThat(play.held("v1")).isZero();
    }

    private Play helped() {
        return play.input(Said.accepts(play.offerTo("v1")))
                .input(Said.setsOff(V1))
                .input(Said.arrives(V1))
                .input(Said.completes(V1));
    }

    private Play greenery(Instant at) {
        RequestSubmitted submitted = Said.greenery(at);
        play = Play.at(at).submit(submitted);
        return play.input(new Command.Assign(GRID_WORKER, null, "grid-worker-1"))
                .input(Said.setsOff(GRID_WORKER))
                .input(Said.arrives(GRID_WORKER))
                .input(Said.completes(GRID_WORKER));
    }
}
