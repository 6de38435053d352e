package org.nuanxin.feedback.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nuanxin.feedback.Told.BENEFICIARY;
import static org.nuanxin.feedback.Told.LOCKSMITH;
import static org.nuanxin.feedback.Told.REPORTER;
import static org.nuanxin.feedback.Told.RESIDENT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.events.Holder;
import org.nuanxin.feedback.Told;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.problems.NotYetKnown;

class MatterTest {
    static final Duration WEEK = Duration.ofDays(7);

    Told told = Told.at(Instant.parse("2026-03-01T14:05:00Z"));
    Matter matter = new Matter(told.id);

    @ParameterizedTest
    @CsvSource({
        "resident-1,        , own,         false",
        "resident-1,        , beneficiary, true",
        "resident-2, resident-2, beneficiary, false",
        "building-leader-1, , beneficiary, true",
        "building-leader-1, resident-2, beneficiary, true",
        "resident-1, resident-2, beneficiary, true"
    })
    void hears_those_it_concerns(String subject, String beneficiary, String whose, boolean byProxy) {
        matter.apply(whose.equals("own") ? told.submitted() : told.reported(beneficiary));
        matter.apply(told.completed(5));

        assertThat(matter.byProxy(subject)).isEqualTo(byProxy);
    }

    @ParameterizedTest
    @CsvSource({"resident-9", "volunteer-9", "supervisor-1", "building-leader-1", "resident-2"})
    void does_not_exist_for_strangers(String subject) {
        matter.apply(told.submitted());
        matter.apply(told.completed(5));

        assertThatThrownBy(() -> matter.byProxy(subject)).isInstanceOf(NotFound.class);
    }

    @Test
    void is_never_judged_by_its_handler() {
        matter.apply(told.reported(BENEFICIARY));
        matter.apply(told.completed(new Holder(Holder.Kind.STAFF, REPORTER, REPORTER), true, false, 5));

        assertThatThrownBy(() -> matter.byProxy(REPORTER)).isInstanceOf(HandlerMayNotRate.class);
        assertThat(matter.byProxy(BENEFICIARY)).isFalse();
    }

    @Test
    void is_not_yet_known_while_its_submission_is_under_way() {
        matter.apply(told.completed(5));

        assertThatThrownBy(() -> matter.byProxy(RESIDENT)).isInstanceOf(NotYetKnown.class);
    }

    @Test
    void can_be_rated_for_a_week_after_its_completion() {
        matter.apply(told.completed(5));
        Instant completedAt = told.after(5);

        assertThat(matter.ratable(completedAt, WEEK).completionVersion()).isEqualTo(5);
        assertThat(matter.ratable(completedAt.plus(WEEK), WEEK).completionVersion())
                .isEqualTo(5);
        assertThatThrownBy(() -> matter.ratable(completedAt.plus(WEEK).plusMillis(1), WEEK))
                .isInstanceOf(RatingPeriodOver.class);
    }

    @Test
    void can_still_be_rated_when_closed() {
        matter.apply(told.completed(5));
        matter.apply(told.closed(6));

        assertThat(matter.ratable(told.after(7), WEEK).completionVersion()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"assigned", "searching", "withdrawn", "referred", "reopened"})
    void cannot_be_rated_while_it_is_not_completed(String state) {
        matter.apply(told.submitted());
        if (state.equals("reopened")) matter.apply(told.completed(2));
        matter.apply(
                switch (state) {
                    case "assigned" -> told.assigned(1, true, 3);
                    case "withdrawn" -> told.calledOff(3);
                    case "referred" -> told.referred(3);
                    default -> told.searching(2, 3);
                });

        assertThatThrownBy(() -> matter.ratable(told.after(4), WEEK)).isInstanceOf(NotCompletedYet.class);
    }

    @Test
    void is_the_same_in_whatever_order_its_events_come() {
        matter.apply(told.completed(9));
        matter.apply(told.searching(2, 6));
        matter.apply(told.completed(new Holder(Holder.Kind.STAFF, "grid-worker-1", "grid-worker-1"), true, false, 5));
        matter.apply(told.movedTo(List.of("street-1", "community-1", "compound-1-2"), 2));
        matter.apply(told.submitted());

        assertThat(matter.ratable(told.after(10), WEEK).completionVersion()).isEqualTo(9);
        assertThat(matter.isHandler(LOCKSMITH.subject())).isTrue();
        assertThat(matter.placePath()).endsWith("compound-1-2");
    }
}
