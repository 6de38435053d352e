package org.nuanxin.dispatch.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Period;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.dispatch.policy.ClockRules;
import org.nuanxin.dispatch.policy.Fault;
import org.nuanxin.dispatch.policy.Hours;
import org.nuanxin.dispatch.policy.Phase;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.policy.PolicyParts;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.Urgency;
import org.nuanxin.kit.problems.Invalid;

class PagesTest {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final List<PolicyScope> HERE = PolicyScope.of(
                    List.of("street-1", "community-1"), "haircut", Urgency.ORDINARY)
            .toList();
    static final Whole PLACES =
            new Whole(Map.of("street-1", List.of("street-1"), "community-1", List.of("street-1", "community-1")));

    Pages builtIn = new Pages(List.of(), List.of(), 1);
    Pages pages = builtIn.with(response("street-1:*:ordinary", 1, 30))
            .with(hours("community-1:*:ordinary", 1, "office"))
            .with(office(1, 17));

    @Test
    void give_a_new_round_the_newest_of_every_part() {
        Policy policy = pages.newest(HERE);

        assertThat(policy.response().within()).isEqualTo(Duration.ofMinutes(30));
        assertThat(policy.window().key()).isEqualTo(new CalendarKey("office", 1));
        assertThat(policy.closure().within()).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void give_a_running_round_what_it_has_begun_with() {
        PolicyKey begun = pages.newest(HERE).key();

        Pages later = pages.with(response("street-1:*:ordinary", 2, 45)).with(office(2, 19));

        assertThat(later.policy(begun)).isEqualTo(pages.newest(HERE));
        assertThat(later.newest(HERE).response().within()).isEqualTo(Duration.ofMinutes(45));
        assertThat(later.newest(HERE).window().key()).isEqualTo(new CalendarKey("office", 2));
        assertThat(later.newest(HERE).key()).isNotEqualTo(begun);
    }

    @Test
    void do_not_change_the_key_for_what_concerns_others() {
        Pages later = pages.with(response("street-2:*:ordinary", 1, 45))
                .with(hours("default-ordinary", 1, "always"))
                .with(response("street-1:haircut:urgent", 1, 45));

        assertThat(later.newest(HERE).key()).isEqualTo(pages.newest(HERE).key());
    }

    @Test
    void know_a_round_from_before_policies_had_parts() {
        PolicyKey old = new PolicyKey("default-ordinary", 0, null);

        assertThat(pages.hasAll(List.of(old))).isTrue();
        assertThat(pages.policy(old)).isEqualTo(builtIn.newest(HERE));
        assertThat(pages.hasAll(List.of(new PolicyKey("street-1:*:ordinary", 9))))
                .isFalse();
        assertThat(pages.hasAll(List.of(new PolicyKey("street-1:*:ordinary", 1, List.of("calendar/office@2")))))
                .isFalse();
    }

    @Test
    void refuse_a_part_that_breaks_a_policy_of_another_place() {
        Pages narrow = builtIn.with(response("street-1:*:ordinary", 1, 30)).with(late("community-1:*:ordinary", 1, 20));
        Pages both = narrow.with(response("street-1:*:ordinary", 2, 18));

        assertThat(PLACES.faults(narrow, both, "street-1:*:ordinary"))
                .containsExactly(new Fault("community-1:*:ordinary response.within", "must-be-later"));
        assertThat(PLACES.faults(both, narrow, "street-1:*:ordinary")).isEmpty();
    }

    @Test
    void name_the_field_that_was_written() {
        Pages narrow = builtIn.with(response("street-1:*:ordinary", 1, 30));

        assertThat(PLACES.faults(narrow, narrow.with(late("street-1:*:ordinary", 2, 40)), "street-1:*:ordinary"))
                .containsExactly(new Fault("phases[1].startAfter", "longer-than-the-clock"));
        assertThat(PLACES.faults(narrow, narrow.with(late("community-1:*:ordinary", 1, 40)), "community-1:*:ordinary"))
                .containsExactly(new Fault("phases[1].startAfter", "longer-than-the-clock"));
    }

    @Test
    void refuse_a_calendar_in_which_a_clock_could_not_run_out() {
        Pages closing = builtIn.with(new PolicyParts(
                        new PolicyKey("default-ordinary", 1),
                        null,
                        new ClockRules(Duration.ofHours(60), List.of(), AlertLevel.STREET, "office"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .with(office(1, 17));

        assertThat(PLACES.faults(closing, closing.with(office(2, 10)), "office"))
                .isEmpty();
        WorkCalendar mondays = new WorkCalendar(
                new CalendarKey("office", 3),
                new Timetable(
                        SHANGHAI,
                        Map.of(DayOfWeek.MONDAY, List.of(new Period(LocalTime.of(9, 0), LocalTime.of(10, 0)))),
                        null,
                        null));
        assertThatThrownBy(() -> PLACES.check(closing, closing.with(mondays), "office"))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void never_hand_out_what_could_not_be_kept() {
        Pages broken = builtIn.with(late("street-1:*:ordinary", 1, 20)).with(response("community-1:*:ordinary", 1, 60));
        List<PolicyScope> street =
                PolicyScope.of(List.of("street-1"), "haircut", Urgency.ORDINARY).toList();

        assertThat(broken.newest(HERE).phases()).hasSize(2);
        assertThat(broken.newest(street)).isEqualTo(builtIn.newest(street));
    }

    private static PolicyParts response(String scope, int version, int minutes) {
        return parts(
                scope, version, new ClockRules(Duration.ofMinutes(minutes), List.of(), AlertLevel.GRID), null, null);
    }

    private static PolicyParts hours(String scope, int version, String calendar) {
        return parts(scope, version, null, null, Hours.of(calendar));
    }

    /** A second phase so many minutes after the first. */
    private static PolicyParts late(String scope, int version, int minutes) {
        return parts(scope, version, null, List.of(phase(0), phase(minutes)), null);
    }

    private static PolicyParts parts(
            String scope,
            int version,
            @Nullable ClockRules response,
            @Nullable List<Phase> phases,
            @Nullable Hours window) {
        return new PolicyParts(
                new PolicyKey(scope, version),
                response,
                null,
                phases,
                window,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Phase phase(int minute) {
        return new Phase(Duration.ofMinutes(minute), 3, Duration.ofMinutes(2), Reach.SERVING, null, null);
    }

    private static WorkCalendar office(int version, int closes) {
        return new WorkCalendar(
                new CalendarKey("office", version),
                Timetable.daily(LocalTime.of(9, 0), LocalTime.of(closes, 0), SHANGHAI));
    }
}
