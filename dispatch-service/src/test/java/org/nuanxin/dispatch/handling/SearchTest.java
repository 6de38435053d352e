package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.DeskCause;
import org.nuanxin.events.DispatchEvent.OfferMade;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;
import org.nuanxin.events.DispatchEvent.SearchPlanned;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.DispatchEvent.WaitCause;

class SearchTest {
    static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    static final Instant TEN_PAST_ELEVEN_AT_NIGHT = Instant.parse("2026-03-02T15:10:00Z");
    static final Instant EIGHT_IN_THE_MORNING = Instant.parse("2026-03-03T00:00:00Z");

    @Test
    void begins_at_submission_with_its_own_clock() {
        Play play = Play.at(NOON).with(named("li")).submit(Said.lockedOut(NOON));

        SearchStarted started = play.last(SearchStarted.class);
        assertThat(started.responseDueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
        assertThat(started.closureDueAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(started.number()).isEqualTo(1);
        assertThat(play.status()).isEqualTo(Status.SEARCHING);
        assertThat(play.thinking()).containsExactly("li");
    }

    @Test
    void counts_from_the_submission_also_where_it_is_heard_late() {
        Play play = Play.at(NOON.plusSeconds(90)).with(named("li")).submit(Said.lockedOut(NOON));

        assertThat(play.last(SearchStarted.class).responseDueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void begins_at_once_also_where_another_clock_is_ahead() {
        Play play = Play.at(NOON).with(named("li")).submit(Said.lockedOut(NOON.plusMillis(40)));

        assertThat(play.status()).isEqualTo(Status.SEARCHING);
        assertThat(play.last(SearchStarted.class).responseDueAt()).isEqualTo(NOON.plus(Duration.ofMinutes(15)));
    }

    @Test
    void of_an_ordinary_matter_at_night_is_promised_for_the_morning_and_rings_nobody() {
        Play play = Play.at(TEN_PAST_ELEVEN_AT_NIGHT)
                .with(named("li").onCall())
                .submit(Said.haircut(TEN_PAST_ELEVEN_AT_NIGHT));

        SearchPlanned planned = play.last(SearchPlanned.class);
        assertThat(planned.cause()).isEqualTo(WaitCause.NIGHT);
        assertThat(planned.startsAt()).isEqualTo(EIGHT_IN_THE_MORNING);
        assertThat(planned.answerBy()).isEqualTo(EIGHT_IN_THE_MORNING.plus(Duration.ofMinutes(15)));
        assertThat(play.status()).isEqualTo(Status.WAITING);
        play.until(EIGHT_IN_THE_MORNING.minusMillis(1));
        assertThat(play.said(OfferMade.class)).isEmpty();

        play.until(EIGHT_IN_THE_MORNING);

        assertThat(play.status()).isEqualTo(Status.SEARCHING);
        assertThat(play.last(SearchStarted.class).responseDueAt()).isEqualTo(planned.answerBy());
        assertThat(play.thinking()).containsExactly("li");
    }

    @Test
    void of_an_urgent_matter_at_night_wakes_only_who_opted_in() {
        Play play = Play.at(TEN_PAST_ELEVEN_AT_NIGHT)
                .with(named("asleep").offDuty(), named("on call").offDuty().onCall())
                .submit(Said.lockedOut(TEN_PAST_ELEVEN_AT_NIGHT));

        assertThat(play.thinking()).containsExactly("on call");
    }

    @Test
    void for_an_appointment_begins_when_the_policy_says() {
        Instant from = Instant.parse("2026-03-05T08:00:00Z");
        Play play = Play.at(NOON).with(named("li")).submit(Said.haircut(NOON, from));

        SearchPlanned planned = play.last(SearchPlanned.class);
        assertThat(planned.cause()).isEqualTo(WaitCause.APPOINTMENT);
        assertThat(planned.startsAt()).isEqualTo(from.minus(Duration.ofHours(4)));
        assertThat(planned.closureDueAt()).isEqualTo(from.plus(Duration.ofHours(1 + 24)));

        play.until(planned.startsAt());

        assertThat(play.thinking()).containsExactly("li");
    }

    @Test
    void for_an_appointment_in_the_early_morning_begins_the_evening_before() {
        Instant nine = EIGHT_IN_THE_MORNING.plus(Duration.ofHours(1));
        Play play = Play.at(NOON).with(named("li")).submit(Said.haircut(NOON, nine));

        assertThat(play.last(SearchPlanned.class).startsAt()).isEqualTo(Instant.parse("2026-03-02T12:45:00Z"));
    }

    @Test
    void for_an_appointment_soon_begins_at_once() {
        Play play = Play.at(NOON).with(named("li")).submit(Said.haircut(NOON, NOON.plusSeconds(3600)));

        assertThat(play.status()).isEqualTo(Status.SEARCHING);
    }

    @Test
    void of_a_desk_matter_asks_the_responsible_person_first_on_the_same_clock() {
        Play play = Play.at(TEN_PAST_ELEVEN_AT_NIGHT).with(named("li")).submit(Said.leak(TEN_PAST_ELEVEN_AT_NIGHT));

        assertThat(play.status()).isEqualTo(Status.MANUAL);
        assertThat(play.said(OfferMade.class)).isEmpty();
        SearchHandedToDesk handed = play.last(SearchHandedToDesk.class);
        assertThat(handed.cause()).isEqualTo(DeskCause.DUTY_DESK_MATTER);
        assertThat(handed.placeId()).isEqualTo("grid-1-1-01");
        AlertRaised alert = play.last(AlertRaised.class);
        assertThat(alert.cause()).isEqualTo(Cause.DESK_MATTER);
        assertThat(alert.level()).isEqualTo(AlertLevel.GRID);
        assertThat(alert.recipients()).containsExactly("grid-worker-1");
        assertThat(play.response().dueAt()).isEqualTo(TEN_PAST_ELEVEN_AT_NIGHT.plus(Duration.ofMinutes(15)));
    }

    @Test
    void that_finds_nobody_comes_to_the_desk_at_once() {
        Play play = Play.at(NOON).submit(Said.lockedOut(NOON));

        assertThat(play.status()).isEqualTo(Status.MANUAL);
        assertThat(play.last(SearchHandedToDesk.class).cause()).isEqualTo(DeskCause.NO_CANDIDATE);
        assertThat(play.said(AlertRaised.class)).extracting(AlertRaised::level).containsExactly(AlertLevel.COMMUNITY);
    }

    @Test
    void has_a_responsible_place_until_somebody_holds() {
        Play play = Play.at(NOON).with(named("li")).submit(Said.lockedOut(NOON));
        assertThat(play.handling().responsible()).isEqualTo("community-1");

        play.input(Said.accepts(play.offerTo("li")));

        assertThat(play.handling().responsible()).isEqualTo("li");
    }
}
