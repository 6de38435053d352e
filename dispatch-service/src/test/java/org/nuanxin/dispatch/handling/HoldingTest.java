package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.AlertEvent.AlertEnded;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.AssignmentConfirmed;
import org.nuanxin.events.DispatchEvent.AssignmentReleased;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.DeskCause;
import org.nuanxin.events.DispatchEvent.HelperArrived;
import org.nuanxin.events.DispatchEvent.HelperSetOff;
import org.nuanxin.events.DispatchEvent.OfferWithdrawn;
import org.nuanxin.events.DispatchEvent.ReleaseCause;
import org.nuanxin.events.DispatchEvent.RequestAssigned;
import org.nuanxin.events.DispatchEvent.RequestCompleted;
import org.nuanxin.events.DispatchEvent.SearchCause;
import org.nuanxin.events.DispatchEvent.SearchHandedToDesk;
import org.nuanxin.events.DispatchEvent.SearchStarted;
import org.nuanxin.events.Holder;

class HoldingTest {
    static final Instant NOON = SearchTest.NOON;
    static final Holder V1 = Said.volunteer("v1");
    Play play = Play.at(NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(NOON));

    @Test
    void goes_from_assigned_over_the_way_and_the_work_to_completion() {
        play.input(Said.accepts(play.offerTo("v1"))).pass(2).input(Said.setsOff(V1));
        assertThat(play.status()).isEqualTo(Status.ON_THE_WAY);
        assertThat(play.said(HelperSetOff.class)).hasSize(1);

        play.pass(15).input(Said.arrives(V1));
        assertThat(play.status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(play.said(HelperArrived.class)).hasSize(1);

        play.pass(7).input(Said.completes(V1));
        assertThat(play.status()).isEqualTo(Status.COMPLETED);
        assertThat(play.last(RequestCompleted.class).inTime()).isTrue();
        assertThat(play.last(RequestCompleted.class).extended()).isFalse();
        assertThat(play.held("v1")).isZero();
        assertThat(play.timers.keySet()).containsExactly(TimerKey.of(TimerKey.Kind.AUTO_CLOSE));
    }

    @Test
    void given_back_begins_a_new_search_without_the_first_holder() {
        play.pass(1).input(Said.accepts(play.offerTo("v1"))).pass(1).input(Said.gives(V1));

        assertThat(play.last(AssignmentReleased.class).cause()).isEqualTo(ReleaseCause.GIVEN_BACK);
        SearchStarted again = play.last(SearchStarted.class);
        assertThat(again.cause()).isEqualTo(SearchCause.RELEASE);
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.responseDueAt()).isEqualTo(play.now.plusSeconds(900));
        assertThat(play.thinking()).containsExactly("v2", "v3", "v4");
        assertThat(play.held("v1")).isZero();
    }

    @Test
    void not_set_off_is_reminded_and_then_taken_for_a_no_show() {
        play.input(Said.accepts(play.offerTo("v1"))).pass(10);
        AlertRaised reminder = play.last(AlertRaised.class);
        assertThat(reminder.cause()).isEqualTo(Cause.NOT_STARTED);
        assertThat(reminder.recipients()).containsExactly("v1", "grid-worker-1");

        play.pass(15);

        assertThat(play.last(AssignmentReleased.class).cause()).isEqualTo(ReleaseCause.NO_SHOW);
        assertThat(play.last(SearchStarted.class).cause()).isEqualTo(SearchCause.NO_SHOW);
        assertThat(play.said(AlertEnded.class)).extracting(AlertEnded::alertId).contains(reminder.alertId());
        assertThat(play.thinking()).doesNotContain("v1");
    }

    @Test
    void setting_off_after_the_reminder_ends_it() {
        play.input(Said.accepts(play.offerTo("v1"))).pass(11).input(Said.setsOff(V1));

        assertThat(play.said(AlertEnded.class)).hasSize(1);
        play.pass(60);
        assertThat(play.status()).isEqualTo(Status.ON_THE_WAY);
    }

    @Test
    void is_not_expected_before_the_appointment() {
        Instant from = NOON.plusSeconds(3 * 3600);
        Play later = Play.at(NOON).with(named("v1")).submit(Said.haircut(NOON, from));
        later.input(Said.accepts(later.offerTo("v1")));

        later.until(from.plusSeconds(3599));
        assertThat(later.said(AlertRaised.class)).isEmpty();
        later.until(from.plusSeconds(3600));
        assertThat(later.said(AlertRaised.class)).hasSize(1);
    }

    @Test
    void given_by_hand_keeps_the_response_clock_running_until_the_yes() {
        play.input(new Command.Assign(Said.volunteer("v5"), null, "supervisor-1"));
        RequestAssigned assigned = play.last(RequestAssigned.class);
        assertThat(assigned.byHand()).isTrue();
        assertThat(assigned.confirmedBy()).isNull();
        assertThat(assigned.answeredInTime()).isNull();
        assertThat(play.said(OfferWithdrawn.class)).hasSize(3);
        assertThat(play.timers).containsKey(TimerKey.of(TimerKey.Kind.RESPONSE_BREACH));

        play.pass(2).input(Said.confirms(Said.volunteer("v5")));

        assertThat(play.last(AssignmentConfirmed.class).confirmedBy()).isEqualTo(ConfirmedBy.APP);
        assertThat(play.last(AssignmentConfirmed.class).answeredInTime()).isTrue();
        assertThat(play.timers).doesNotContainKey(TimerKey.of(TimerKey.Kind.RESPONSE_BREACH));
    }

    @Test
    void given_by_hand_may_be_confirmed_by_phone() {
        play.input(new Command.Assign(Said.volunteer("v5"), null, "supervisor-1"))
                .input(new Command.Assign(Said.volunteer("v5"), ConfirmedBy.PHONE, "supervisor-1"));

        assertThat(play.said(RequestAssigned.class)).hasSize(1);
        assertThat(play.last(AssignmentConfirmed.class).confirmedBy()).isEqualTo(ConfirmedBy.PHONE);
    }

    @Test
    void given_by_hand_and_silent_is_reminded_and_then_the_desk_looks_on() {
        play.input(new Command.Assign(Said.volunteer("v5"), null, "supervisor-1"))
                .pass(5);
        assertThat(play.last(AlertRaised.class).cause()).isEqualTo(Cause.NOT_CONFIRMED);
        assertThat(play.last(AlertRaised.class).recipients()).containsExactly("v5", "supervisor-1");

        play.pass(5);

        assertThat(play.status()).isEqualTo(Status.MANUAL);
        assertThat(play.last(SearchHandedToDesk.class).cause()).isEqualTo(DeskCause.BY_HAND);
        assertThat(play.handling().search().number()).isEqualTo(1);
        assertThat(play.held("v5")).isZero();
        assertThat(play.last(AlertRaised.class).cause()).isEqualTo(Cause.DESK_MATTER);
    }

    @Test
    void given_by_hand_and_declined_goes_back_to_the_desk() {
        play.input(new Command.Assign(Said.volunteer("v5"), null, "supervisor-1"))
                .input(Said.gives(Said.volunteer("v5")));

        assertThat(play.status()).isEqualTo(Status.MANUAL);
        assertThat(play.said(SearchStarted.class)).hasSize(1);
    }

    @Test
    void setting_off_is_a_yes_too() {
        play.input(new Command.Assign(Said.volunteer("v5"), null, "supervisor-1"))
                .input(Said.setsOff(Said.volunteer("v5")));

        assertThat(play.said(AssignmentConfirmed.class)).hasSize(1);
        assertThat(play.status()).isEqualTo(Status.ON_THE_WAY);
    }

    @Test
    void taken_by_oneself_is_a_yes() {
        play.input(new Command.Assign(Said.staff("grid-worker-1"), null, "grid-worker-1"));

        RequestAssigned assigned = play.last(RequestAssigned.class);
        assertThat(assigned.byHand()).isFalse();
        assertThat(assigned.answeredInTime()).isTrue();
        assertThat(play.timers).doesNotContainKey(TimerKey.of(TimerKey.Kind.RESPONSE_BREACH));
    }

    @Test
    void may_pass_by_hand_from_one_to_another() {
        play.input(Said.accepts(play.offerTo("v1")))
                .input(new Command.Assign(Said.staff("grid-worker-1"), ConfirmedBy.PHONE, "supervisor-1"));

        assertThat(play.last(AssignmentReleased.class).cause()).isEqualTo(ReleaseCause.REASSIGNED);
        assertThat(play.last(RequestAssigned.class).searchNumber()).isEqualTo(2);
        assertThat(play.last(RequestAssigned.class).holder()).isEqualTo(Said.staff("grid-worker-1"));
        assertThat(play.held("v1")).isZero();
    }

    @Test
    void may_be_given_before_the_search_has_begun() {
        Instant night = SearchTest.TEN_PAST_ELEVEN_AT_NIGHT;
        Play waiting = Play.at(night).with(named("v1")).submit(Said.haircut(night));

        waiting.input(new Command.Assign(Said.staff("supervisor-1"), null, "supervisor-1"));

        assertThat(waiting.said(SearchStarted.class)).hasSize(1);
        assertThat(waiting.last(RequestAssigned.class).answeredInTime()).isTrue();
    }

    @Test
    void is_refused_to_whoever_may_not_hold() {
        play.with(named("full").roomFor(1).holding(1), named("stranger").unverified(), named("resident-1"));

        assertRefused(Said.volunteer("full"), RuleBroken.Rule.NO_CAPACITY_LEFT);
        assertRefused(Said.volunteer("stranger"), RuleBroken.Rule.NOT_ELIGIBLE);
        assertRefused(Said.volunteer("resident-1"), RuleBroken.Rule.NOT_ELIGIBLE);
        assertRefused(Said.volunteer("nobody"), RuleBroken.Rule.NOT_ELIGIBLE);
        assertRefused(Said.staff("somebody"), RuleBroken.Rule.NOT_STAFF_HERE);
    }

    private void assertRefused(Holder holder, RuleBroken.Rule rule) {
        assertThatThrownBy(() -> play.input(new Command.Assign(holder, null, "supervisor-1")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
