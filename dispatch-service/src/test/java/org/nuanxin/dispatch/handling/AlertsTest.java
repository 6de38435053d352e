package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.AlertEvent.AlertAcknowledged;
import org.nuanxin.events.AlertEvent.AlertClimbed;
import org.nuanxin.events.AlertEvent.AlertEnded;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.ClockWarned;

class AlertsTest {
    static final Instant NOON = SearchTest.NOON;
    Play play = Play.at(NOON).submit(Said.leak(NOON));
    UUID alert = play.last(AlertRaised.class).alertId();

    @Test
    void climbs_when_nobody_acknowledges_it() {
        play.pass(4);
        assertThat(play.said(AlertClimbed.class)).isEmpty();

        play.pass(1);
        assertThat(play.last(AlertClimbed.class).level()).isEqualTo(AlertLevel.COMMUNITY);
        assertThat(play.last(AlertClimbed.class).recipients()).containsExactly("supervisor-1");

        play.pass(5);
        assertThat(play.last(AlertClimbed.class).level()).isEqualTo(AlertLevel.STREET);
    }

    @Test
    void climbs_though_acknowledged_while_the_cause_persists() {
        play.pass(1).input(new Command.Acknowledge(alert, "grid-worker-1"));
        assertThat(play.last(AlertAcknowledged.class).by()).isEqualTo("grid-worker-1");

        play.pass(9);
        assertThat(climbs(alert)).isZero();
        play.pass(1);
        assertThat(climbs(alert)).isEqualTo(1);
        assertThat(play.handling().alerts())
                .filteredOn(open -> open.id().equals(alert))
                .allMatch(open -> open.state() == Alert.State.OPEN);
    }

    @Test
    void is_told_again_to_the_street_while_the_cause_persists() {
        play.pass(Duration.ofHours(5));

        assertThat(play.said(AlertClimbed.class).stream().filter(climbed -> climbed.cause() == Cause.RESPONSE_BREACH))
                .hasSizeGreaterThanOrEqualTo(3)
                .extracting(AlertClimbed::level)
                .contains(AlertLevel.STREET);
    }

    @Test
    void is_over_when_its_cause_is() {
        play.input(new Command.Assign(Said.staff("grid-worker-1"), null, "grid-worker-1"));

        assertThat(play.said(AlertEnded.class)).extracting(AlertEnded::alertId).containsExactly(alert);
        play.pass(10);
        assertThat(climbs(alert)).isZero();
    }

    @Test
    void skips_an_empty_level_at_once() {
        Play empty = Play.at(NOON).nobodyOnDutyAt(AlertLevel.GRID).submit(Said.leak(NOON));

        assertThat(empty.last(AlertRaised.class).level()).isEqualTo(AlertLevel.COMMUNITY);
        assertThat(empty.last(AlertRaised.class).placeId()).isEqualTo("community-1");
    }

    @Test
    void is_raised_at_the_street_where_nobody_is_on_duty_at_all() {
        Play empty = Play.at(NOON)
                .nobodyOnDutyAt(AlertLevel.GRID)
                .nobodyOnDutyAt(AlertLevel.COMMUNITY)
                .nobodyOnDutyAt(AlertLevel.STREET)
                .submit(Said.leak(NOON));

        assertThat(empty.last(AlertRaised.class).level()).isEqualTo(AlertLevel.STREET);
        assertThat(empty.last(AlertRaised.class).recipients()).isEmpty();
    }

    @Test
    void waits_for_the_morning_where_nobody_may_be_rung() {
        Instant evening = Instant.parse("2026-03-02T12:30:00Z");
        Play ordinary = Play.at(evening).with(named("v1")).submit(Said.haircut(evening));
        ordinary.input(Said.accepts(ordinary.offerTo("v1"))).input(Said.setsOff(Said.volunteer("v1")));

        ordinary.pass(Duration.ofHours(11));
        assertThat(ordinary.said(AlertRaised.class)).isEmpty();
        ordinary.until(evening.plus(Duration.ofHours(18)));
        assertThat(ordinary.said(AlertRaised.class)).hasSize(1);
    }

    @Test
    void of_one_cause_told_twice_at_night_is_one_in_the_morning_at_the_higher_level() {
        Instant ten = Instant.parse("2026-03-02T02:00:00Z");
        Play ordinary = Play.at(ten).with(named("v1")).submit(Said.haircut(ten));
        ordinary.input(Said.accepts(ordinary.offerTo("v1"))).input(Said.setsOff(Said.volunteer("v1")));

        ordinary.until(SearchTest.EIGHT_IN_THE_MORNING.minusSeconds(1));
        assertThat(ordinary.said(ClockWarned.class)).hasSize(2);
        assertThat(ordinary.said(AlertRaised.class)).isEmpty();

        ordinary.pass(1);
        assertThat(ordinary.said(AlertRaised.class))
                .extracting(AlertRaised::level)
                .containsExactly(AlertLevel.COMMUNITY);
    }

    @Test
    void acknowledged_twice_is_acknowledged_once() {
        play.input(new Command.Acknowledge(alert, "grid-worker-1"))
                .input(new Command.Acknowledge(alert, "supervisor-1"));

        assertThat(play.said(AlertAcknowledged.class)).hasSize(1);
    }

    @Test
    void unknown_cannot_be_acknowledged() {
        assertThatThrownBy(() -> play.input(new Command.Acknowledge(new UUID(1, 1), "supervisor-1")))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.rule()).isEqualTo(RuleBroken.Rule.ALERT_NOT_OPEN));
    }

    private long climbs(UUID id) {
        return play.said(AlertClimbed.class).stream()
                .filter(climbed -> climbed.alertId().equals(id))
                .count();
    }
}
