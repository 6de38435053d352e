package org.nuanxin.dispatch.policy;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.Period;
import org.nuanxin.dispatch.calendar.Timetable;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.dispatch.policy.ClockRules.Warning;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Urgency;

class PolicyCheckTest {
    static final Policy GOOD = DefaultPolicies.of(Urgency.ORDINARY);
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** Open for a quarter of a minute a week: in a year not even the time to answer comes together. */
    static final WorkCalendar MINUTES = new WorkCalendar(
            new CalendarKey("minutes", 1),
            new Timetable(
                    SHANGHAI,
                    Map.of(DayOfWeek.MONDAY, List.of(new Period(LocalTime.NOON, LocalTime.NOON.plusSeconds(15)))),
                    null,
                    null));

    @ParameterizedTest
    @EnumSource
    void finds_no_fault_with_what_is_built_in(Urgency urgency) {
        assertThat(PolicyCheck.faults(DefaultPolicies.of(urgency))).isEmpty();
    }

    @Test
    void finds_no_fault_with_a_policy_at_another_time_scale() {
        assertThat(PolicyCheck.faults(GOOD.dividedBy(240))).isEmpty();
        assertThat(GOOD.dividedBy(60).response().within()).isEqualTo(Duration.ofSeconds(15));
        assertThat(GOOD.dividedBy(60).phases().get(1).startAfter()).isEqualTo(Duration.ofSeconds(4));
        assertThat(GOOD.dividedBy(60).closing().autoClose()).isEqualTo(Duration.ofMinutes(72));
    }

    @ParameterizedTest
    @MethodSource
    void names_the_part_that_cannot_be(PolicyParts parts, Fault fault) {
        assertThat(PartsCheck.faults(parts, NamedCalendars.BUILT_IN)).containsExactly(fault);
    }

    static Stream<Arguments> names_the_part_that_cannot_be() {
        return Stream.of(
                Arguments.of(set(null, null, null), new Fault("", "must-not-be-empty")),
                Arguments.of(set(null, null, Hours.of("office")), new Fault("window.calendar", "unknown-calendar")),
                Arguments.of(
                        set(null, null, new Hours("always", LocalTime.NOON, null, null)),
                        new Fault("window", "calendar-or-hours")),
                Arguments.of(
                        set(null, null, new Hours(null, LocalTime.NOON, null, null)),
                        new Fault("window", "calendar-or-hours")),
                Arguments.of(
                        set(null, null, Hours.daily(LocalTime.of(21, 0), LocalTime.of(8, 0), SHANGHAI)),
                        new Fault("window.closes", "must-be-later")),
                Arguments.of(set(null, in("office"), null), new Fault("closure.calendar", "unknown-calendar")),
                Arguments.of(set(in("always"), null, null), new Fault("response.calendar", "follows-the-window")));
    }

    @Test
    void finds_no_fault_with_one_part_alone() {
        assertThat(PartsCheck.faults(set(null, in("workdays-cn"), null), NamedCalendars.BUILT_IN))
                .isEmpty();
        assertThat(PartsCheck.faults(
                        set(null, null, Hours.daily(LocalTime.NOON, LocalTime.MIDNIGHT, SHANGHAI)),
                        NamedCalendars.BUILT_IN))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void names_the_field_that_cannot_be(Policy policy, String field) {
        assertThat(PolicyCheck.faults(policy)).extracting(Fault::field).contains(field);
    }

    static Stream<Arguments> names_the_field_that_cannot_be() {
        return Stream.of(
                Arguments.of(response(clock(ZERO)), "response.within"),
                Arguments.of(response(clock(ofMinutes(7))), "response.within"),
                Arguments.of(response(clock(ofMinutes(15), 0.8, 0.6)), "response.warnings[1].at"),
                Arguments.of(response(clock(ofMinutes(15), 1.0)), "response.warnings[0].at"),
                Arguments.of(closure(clock(ofMinutes(15))), "closure.within"),
                Arguments.of(phases(), "phases"),
                Arguments.of(phases(phase(1, 3)), "phases[0].startAfter"),
                Arguments.of(phases(phase(0, 3), phase(0, 3)), "phases[1].startAfter"),
                Arguments.of(phases(phase(0, 0)), "phases[0].parallel"),
                Arguments.of(phases(phase(0, 1001)), "phases[0].parallel"),
                Arguments.of(phases(new Phase(ZERO, 3, ZERO, Reach.SERVING, null, null)), "phases[0].offerWait"),
                Arguments.of(
                        phases(new Phase(ZERO, 3, ofMinutes(16), Reach.SERVING, null, null)), "phases[0].offerWait"),
                Arguments.of(hours(MINUTES, BuiltInCalendars.ALWAYS), "window"),
                Arguments.of(hours(BuiltInCalendars.ALWAYS, MINUTES), "closure.calendar"),
                Arguments.of(holding(10, 10, 10, 20), "holding.confirmWithin"),
                Arguments.of(holding(5, 10, 20, 10), "holding.noShow"),
                Arguments.of(alerts(ZERO), "alerts.unacknowledged"),
                Arguments.of(pauses(Map.of(PauseReason.WEATHER, ZERO)), "closing.pauses.WEATHER"),
                Arguments.of(phases(new Phase(ZERO, 3, ofMinutes(2), Reach.SERVING, null, 1.1)), "phases[0].target"),
                Arguments.of(weighing(new Weights(-1, 0, 0, 0)), "weights.perHeld"),
                Arguments.of(weighing(new Weights(0, 0, 0, -1)), "weights.sameGrid"),
                Arguments.of(limited(new AlertLimits(0, 0)), "limits.byDay"),
                Arguments.of(limited(new AlertLimits(1, -1)), "limits.byNight"),
                Arguments.of(lead(ofMinutes(-1)), "searchLead"));
    }

    @ParameterizedTest
    @MethodSource
    void names_the_field_that_was_written(Policy policy, String part, Fault told) {
        assertThat(PolicyCheck.faults(policy))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.toldTo(Set.of(part, "weights"))).containsExactly(told));
    }

    static Stream<Arguments> names_the_field_that_was_written() {
        Phase patient = new Phase(ZERO, 3, ofMinutes(16), Reach.SERVING, null, null);
        Fault response = new Fault("response.within", "must-be-later");
        return Stream.of(
                Arguments.of(
                        phases(phase(0, 3), phase(15, 3)),
                        "phases",
                        new Fault("phases[1].startAfter", "longer-than-the-clock")),
                Arguments.of(phases(phase(0, 3), phase(15, 3)), "response", response),
                Arguments.of(phases(phase(0, 3), phase(15, 3)), "holding", response),
                Arguments.of(phases(patient), "phases", new Fault("phases[0].offerWait", "longer-than-the-clock")),
                Arguments.of(phases(patient), "response", response),
                Arguments.of(closure(clock(ofMinutes(15))), "closure", new Fault("closure.within", "must-be-later")),
                Arguments.of(
                        closure(clock(ofMinutes(15))),
                        "response",
                        new Fault("response.within", "longer-than-the-closure")),
                Arguments.of(
                        hours(MINUTES, BuiltInCalendars.ALWAYS),
                        "response",
                        new Fault("response.within", "opens-too-little")));
    }

    @Test
    void names_both_fields_where_both_were_written() {
        assertThat(PolicyCheck.faults(phases(phase(0, 3), phase(15, 3)))
                        .getFirst()
                        .toldTo(Set.of("response", "phases")))
                .extracting(Fault::field)
                .containsExactly("response.within", "phases[1].startAfter");
    }

    private static PolicyParts set(
            @Nullable ClockRules response, @Nullable ClockRules closure, @Nullable Hours window) {
        return new PolicyParts(null, response, closure, null, window, null, null, null, null, null, null, null);
    }

    private static ClockRules in(String calendar) {
        return new ClockRules(Duration.ofHours(24), List.of(), AlertLevel.COMMUNITY, calendar);
    }

    private static Policy hours(WorkCalendar window, WorkCalendar closure) {
        return new Policy(
                GOOD.key(),
                GOOD.response(),
                GOOD.closure(),
                GOOD.phases(),
                new Calendars(window, closure),
                GOOD.searchLead(),
                1000,
                GOOD.alerts(),
                GOOD.holding(),
                GOOD.closing(),
                GOOD.weights(),
                GOOD.limits());
    }

    private static ClockRules clock(Duration within, double... warnings) {
        List<Warning> marks = java.util.Arrays.stream(warnings)
                .mapToObj(at -> new Warning(at, AlertLevel.GRID))
                .toList();
        return new ClockRules(within, marks, AlertLevel.COMMUNITY);
    }

    private static Phase phase(int minute, int parallel) {
        return new Phase(ofMinutes(minute), parallel, ofMinutes(2), Reach.SERVING, null, null);
    }

    private static Policy phases(Phase... phases) {
        return policy(GOOD.response(), GOOD.closure(), List.of(phases), GOOD.searchLead(), GOOD.alerts());
    }

    private static Policy response(ClockRules response) {
        return policy(response, GOOD.closure(), GOOD.phases(), GOOD.searchLead(), GOOD.alerts());
    }

    private static Policy closure(ClockRules closure) {
        return policy(GOOD.response(), closure, GOOD.phases(), GOOD.searchLead(), GOOD.alerts());
    }

    private static Policy lead(Duration lead) {
        return policy(GOOD.response(), GOOD.closure(), GOOD.phases(), lead, GOOD.alerts());
    }

    private static Policy alerts(Duration unacknowledged) {
        AlertRules rules =
                new AlertRules(unacknowledged, ofMinutes(10), ofMinutes(120), AlertLevel.GRID, AlertLevel.COMMUNITY);
        return policy(GOOD.response(), GOOD.closure(), GOOD.phases(), GOOD.searchLead(), rules);
    }

    private static Policy policy(
            ClockRules response, ClockRules closure, List<Phase> phases, Duration lead, AlertRules alerts) {
        return new Policy(
                GOOD.key(),
                response,
                closure,
                phases,
                GOOD.calendars(),
                lead,
                1000,
                alerts,
                GOOD.holding(),
                GOOD.closing(),
                GOOD.weights(),
                GOOD.limits());
    }

    private static Policy weighing(Weights weights) {
        return policy(weights, GOOD.limits());
    }

    private static Policy limited(AlertLimits limits) {
        return policy(GOOD.weights(), limits);
    }

    private static Policy policy(HoldingRules holding, ClosingRules closing, Weights weights, AlertLimits limits) {
        return new Policy(
                GOOD.key(),
                GOOD.response(),
                GOOD.closure(),
                GOOD.phases(),
                GOOD.calendars(),
                GOOD.searchLead(),
                1000,
                GOOD.alerts(),
                holding,
                closing,
                weights,
                limits);
    }

    private static Policy policy(Weights weights, AlertLimits limits) {
        return policy(GOOD.holding(), GOOD.closing(), weights, limits);
    }

    private static Policy holding(int remind, int confirm, int start, int noShow) {
        HoldingRules rules =
                new HoldingRules(ofMinutes(remind), ofMinutes(confirm), ofMinutes(start), ofMinutes(noShow));
        return policy(rules, GOOD.closing(), GOOD.weights(), GOOD.limits());
    }

    private static Policy pauses(Map<PauseReason, Duration> caps) {
        ClosingRules good = GOOD.closing();
        ClosingRules rules = new ClosingRules(
                caps, good.longestExtension(), good.autoClose(), good.reopenable(), good.grantedAtReopening());
        return policy(GOOD.holding(), rules, GOOD.weights(), GOOD.limits());
    }
}
