package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.dispatch.candidates.Volunteers;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.AppointmentProposalAnswered;
import org.nuanxin.events.DispatchEvent.AppointmentProposed;
import org.nuanxin.events.DispatchEvent.AppointmentReminded;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.DeadlineMoved;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.Holder;

class RebookingTest {
    static final Instant NOON = SearchTest.NOON;
    static final Instant THREE = NOON.plus(Duration.ofHours(3));
    static final Holder V1 = Said.volunteer("v1");
    static final Appointment TOMORROW =
            new Appointment(NOON.plus(Duration.ofHours(24)), NOON.plus(Duration.ofHours(26)));
    static final Command PROPOSE = new Command.ProposeAppointment(TOMORROW, "v1");

    Play play = Play.at(NOON).with(named("v1")).submit(Said.haircut(NOON, THREE));

    @Test
    void counts_closing_from_the_end_of_the_window() {
        assertThat(play.closure().dueAt()).isEqualTo(THREE.plus(Duration.ofHours(1 + 24)));
        assertThat(play.closure().used(THREE)).isZero();
    }

    @Test
    void reminds_holder_and_resident_two_hours_before() {
        held();

        play.until(THREE.minus(Duration.ofHours(2)));

        AppointmentReminded reminded = play.last(AppointmentReminded.class);
        assertThat(reminded.at()).isEqualTo(THREE.minus(Duration.ofHours(2)));
        assertThat(reminded.holder()).isEqualTo(V1);
        assertThat(reminded.appointment().from()).isEqualTo(THREE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T01:00:00Z, 2026-03-03T00:00:00Z", // at nine: when the day begins
        "2026-03-03T00:00:00Z, 2026-03-02T11:00:00Z" // at eight: the evening before
    })
    void reminds_nobody_at_night(Instant from, Instant reminder) {
        play = Play.at(NOON).with(named("v1")).submit(Said.haircut(NOON, from));
        play.input(new Command.Assign(V1, ConfirmedBy.PHONE, "supervisor-1"));

        play.until(from);

        assertThat(play.said(AppointmentReminded.class))
                .extracting(AppointmentReminded::at)
                .containsExactly(reminder);
    }

    @Test
    void reminds_nobody_who_has_only_just_accepted() {
        play = Play.at(NOON).with(named("v1")).submit(Said.haircut(NOON, NOON.plusSeconds(3600)));
        held().pass(60);

        assertThat(play.said(AppointmentReminded.class)).isEmpty();
    }

    @Test
    void reminds_again_of_another_appointment() {
        held().until(THREE.minusSeconds(60));
        play.fromHere().input(Said.amended(2, Volunteers.GRID, TOMORROW)).until(TOMORROW.from());

        assertThat(play.said(AppointmentReminded.class)).hasSize(1);
    }

    @Test
    void by_the_holder_is_a_question_to_the_resident() {
        held().input(PROPOSE);

        assertThat(play.last(AppointmentProposed.class).appointment()).isEqualTo(TOMORROW);
        assertThat(play.handling().matter().appointment()).isNotEqualTo(TOMORROW);
        assertThat(play.said(DeadlineMoved.class)).isEmpty();
    }

    @Test
    void holds_once_the_resident_agrees() {
        held().input(PROPOSE).input(Said.amended(2, Volunteers.GRID, TOMORROW));

        assertThat(play.last(AppointmentProposalAnswered.class).agreed()).isTrue();
        assertThat(play.last(DeadlineMoved.class).dueAt())
                .isEqualTo(TOMORROW.to().plus(Duration.ofHours(24)));
        play.until(TOMORROW.from());
        assertThat(play.status()).isEqualTo(Status.ASSIGNED);
    }

    @Test
    void leaves_all_as_it_was_where_the_resident_does_not_agree() {
        held().input(PROPOSE).input(Said.keepsTheAppointment(2));

        assertThat(play.last(AppointmentProposalAnswered.class).agreed()).isFalse();
        assertThat(play.handling().wishes()).isEqualTo(Wishes.NONE);
        play.fromHere().input(Said.keepsTheAppointment(3));
        assertThat(play.said).isEmpty();
    }

    @Test
    void to_something_else_answers_the_question_with_no() {
        Appointment other =
                new Appointment(TOMORROW.from().plusSeconds(7200), TOMORROW.to().plusSeconds(7200));
        held().input(PROPOSE).input(Said.amended(2, Volunteers.GRID, other));

        assertThat(play.last(AppointmentProposalAnswered.class).agreed()).isFalse();
    }

    @Test
    void who_does_not_come_to_the_new_one_is_a_no_show() {
        held().input(Said.amended(2, Volunteers.GRID, TOMORROW));

        play.until(TOMORROW.from().plus(Duration.ofHours(3)));

        assertThat(play.last(AssignmentReleased.class).cause()).isEqualTo(ReleaseCause.NO_SHOW);
    }

    @ParameterizedTest
    @MethodSource
    void what_may_not_be_proposed(Play before, Command command, RuleBroken.Rule rule) {
        assertThatThrownBy(() -> before.input(command))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    static Stream<Arguments> what_may_not_be_proposed() {
        Appointment past = new Appointment(NOON.minusSeconds(60), NOON.plusSeconds(60));
        Play open = Play.at(NOON).with(named("v1")).submit(Said.haircut(NOON));
        return Stream.of(
                Arguments.of(
                        new RebookingTest().held(),
                        new Command.ProposeAppointment(TOMORROW, "v2"),
                        RuleBroken.Rule.NOT_THE_HOLDER),
                Arguments.of(
                        new RebookingTest().held(),
                        new Command.ProposeAppointment(past, "v1"),
                        RuleBroken.Rule.NOT_IN_THE_FUTURE),
                Arguments.of(
                        new RebookingTest().held().input(Said.setsOff(V1)), PROPOSE, RuleBroken.Rule.ALREADY_UNDER_WAY),
                Arguments.of(open.input(Said.accepts(open.offerTo("v1"))), PROPOSE, RuleBroken.Rule.NO_APPOINTMENT));
    }

    private Play held() {
        return play.input(Said.accepts(play.offerTo("v1")));
    }
}
