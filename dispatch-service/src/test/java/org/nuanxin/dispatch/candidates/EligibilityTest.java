package org.nuanxin.dispatch.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Eligibility.leavesOut;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.dispatch.candidates.Eligibility.Rule;
import org.nuanxin.dispatch.policy.AlertLimits;
import org.nuanxin.dispatch.policy.Reach;
import org.nuanxin.dispatch.policy.Weights;
import org.nuanxin.events.Urgency;
import org.nuanxin.events.VolunteerEvent.VerifiedSkill;

class EligibilityTest {
    static final Instant TEN_IN_THE_EVENING = Instant.parse("2026-03-02T14:00:00Z");
    static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @MethodSource
    void leaves_out(Volunteers who, Rule rule) {
        assertThat(leavesOut(who.helper(), ordinary(Reach.SERVING))).contains(rule);
    }

    static Stream<Arguments> leaves_out() {
        return Stream.of(
                Arguments.of(named("stranger").unverified(), Rule.NOT_VERIFIED),
                Arguments.of(named("barber").skilled(new VerifiedSkill("haircut", null)), Rule.NO_SKILL),
                Arguments.of(
                        named("expired").skilled(new VerifiedSkill("locksmith", TEN_IN_THE_EVENING)),
                        Rule.CREDENTIAL_EXPIRED),
                Arguments.of(named("resident"), Rule.OWN_MATTER),
                Arguments.of(named("at odds").apartFrom("resident"), Rule.BLOCKED),
                Arguments.of(named("asked"), Rule.ASKED_BEFORE),
                Arguments.of(named("asked twice tonight").remembered(asked(TEN_IN_THE_EVENING, 2)), Rule.ASKED_OFTEN),
                Arguments.of(named("busy").roomFor(1).holding(1), Rule.NO_CAPACITY),
                Arguments.of(named("off").offDuty(), Rule.NOT_ON_DUTY),
                Arguments.of(named("on call for urgent ones only").offDuty().onCall(), Rule.NOT_ON_DUTY),
                Arguments.of(
                        named("shift over").offDuty().onShift(TEN_IN_THE_EVENING.minus(HOUR), TEN_IN_THE_EVENING),
                        Rule.NOT_ON_DUTY),
                Arguments.of(named("asleep").quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)), Rule.QUIET_HOURS),
                Arguments.of(named("evening").quiet(LocalTime.of(20, 0), LocalTime.of(23, 0)), Rule.QUIET_HOURS),
                Arguments.of(named("elsewhere").serving("grid-1-1-02"), Rule.OUT_OF_REACH),
                Arguments.of(named("too far").serving().within(200).north(2), Rule.OUT_OF_REACH));
    }

    @ParameterizedTest
    @MethodSource
    void lets_be_asked(Volunteers who) {
        assertThat(leavesOut(who.helper(), ordinary(Reach.SERVING))).isEmpty();
    }

    static Stream<Volunteers> lets_be_asked() {
        return Stream.of(
                named("plain"),
                named("good until later").skilled(new VerifiedSkill("locksmith", TEN_IN_THE_EVENING.plusSeconds(1))),
                named("on shift").offDuty().onShift(TEN_IN_THE_EVENING, TEN_IN_THE_EVENING.plus(HOUR)),
                named("awake again").quiet(LocalTime.of(23, 0), LocalTime.of(22, 0)),
                named("whole community").serving("community-1"),
                named("near").serving().within(300).north(2),
                named("asked once tonight").remembered(asked(TEN_IN_THE_EVENING, 1)),
                named("asked often today").remembered(asked(TEN_IN_THE_EVENING.minus(HOUR.multipliedBy(2)), 12)),
                named("at odds with somebody else").apartFrom("resident-2"),
                named("room for one more").holding(1));
    }

    private static Standing asked(Instant at, int times) {
        return Standing.NEW.asked(AlertLimits.since(at), times);
    }

    @Test
    void wakes_for_urgent_matters_who_opted_in() {
        Volunteers asleep = named("asleep").offDuty().quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));

        assertThat(leavesOut(asleep.helper(), urgent())).contains(Rule.NOT_ON_DUTY);
        assertThat(leavesOut(asleep.onCall().helper(), urgent())).isEmpty();
    }

    @Test
    void reaches_more_widely_phase_by_phase() {
        Helper neighbour = named("n").serving("grid-1-1-02").north(5).helper();
        Helper community = named("c").serving("grid-1-1-02").north(50).helper();
        Helper stranger = named("s")
                .serving("grid-2-1-02")
                .belongingTo("street-1", "community-2")
                .north(50)
                .helper();

        assertThat(leavesOut(neighbour, ordinary(Reach.SERVING))).isPresent();
        assertThat(leavesOut(neighbour, ordinary(Reach.NEIGHBOURS))).isEmpty();
        assertThat(leavesOut(community, ordinary(Reach.NEIGHBOURS))).isPresent();
        assertThat(leavesOut(community, ordinary(Reach.COMMUNITY))).isEmpty();
        assertThat(leavesOut(stranger, ordinary(Reach.COMMUNITY))).isPresent();
    }

    static Wanted ordinary(Reach reach) {
        return wanted(Urgency.ORDINARY, reach);
    }

    static Wanted urgent() {
        return wanted(Urgency.URGENT, Reach.SERVING);
    }

    private static Wanted wanted(Urgency urgency, Reach reach) {
        return new Wanted(
                "locksmith",
                urgency,
                "community-1",
                Volunteers.GRID,
                Volunteers.HOME,
                reach,
                1000,
                TEN_IN_THE_EVENING,
                TEN_IN_THE_EVENING,
                ZoneId.of("Asia/Shanghai"),
                Set.<UUID>of(Volunteers.id("asked")),
                Set.of("resident"),
                Weights.USUAL,
                AlertLimits.USUAL);
    }
}
