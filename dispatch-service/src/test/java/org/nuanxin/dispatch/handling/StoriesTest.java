package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nuanxin.dispatch.candidates.Volunteers.named;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.Event;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Solved;

/** Whole stories, each moment in its place. */
class StoriesTest {
    static final Instant FIVE_PAST_TEN_AT_NIGHT = Instant.parse("2026-03-01T14:05:00Z");

    @Test
    void locked_out_with_a_pot_on_the_stove() {
        Holder locksmith = Said.volunteer("locksmith");
        Play play = Play.at(FIVE_PAST_TEN_AT_NIGHT)
                .with(
                        named("locksmith").offDuty().onCall().north(6),
                        named("asleep").offDuty())
                .submit(Said.lockedOut(FIVE_PAST_TEN_AT_NIGHT));

        play.pass(1).input(Said.accepts(play.offerTo("locksmith")));
        play.pass(2).input(Said.setsOff(locksmith));
        play.pass(16).input(Said.arrives(locksmith));
        play.pass(7).input(Said.completes(locksmith));
        play.pass(30).input(Said.rates(Solved.YES));

        assertThat(moments(play))
                .containsExactly(
                        "22:05 SearchStarted",
                        "22:05 OfferMade",
                        "22:06 RequestAssigned",
                        "22:08 HelperSetOff",
                        "22:24 HelperArrived",
                        "22:31 RequestCompleted",
                        "23:01 RequestClosed");
    }

    @Test
    void nobody_answers() {
        Play play = Play.at(FIVE_PAST_TEN_AT_NIGHT)
                .with(AskingTest.crowd(1))
                .with(named("neighbour").serving("grid-1-1-02").north(8).onCall())
                .submit(Said.lockedOut(FIVE_PAST_TEN_AT_NIGHT));

        play.pass(27).input(new Command.Assign(Said.volunteer("neighbour"), ConfirmedBy.PHONE, "supervisor-1"));

        assertThat(moments(play))
                .containsExactly(
                        "22:05 SearchStarted",
                        "22:05 OfferMade",
                        "22:07 OfferLapsed",
                        "22:07 OfferMade",
                        "22:09 OfferLapsed",
                        "22:09 AlertRaised",
                        "22:14 ClockWarned",
                        "22:14 AlertRaised",
                        "22:14 AlertClimbed",
                        "22:17 ClockWarned",
                        "22:17 AlertClimbed",
                        "22:19 AlertClimbed",
                        "22:20 ClockBreached",
                        "22:20 SearchHandedToDesk",
                        "22:20 AlertEnded",
                        "22:20 AlertEnded",
                        "22:20 AlertRaised",
                        "22:25 AlertClimbed",
                        "22:32 RequestAssigned",
                        "22:32 OfferWithdrawn",
                        "22:32 OfferWithdrawn",
                        "22:32 AlertEnded");
    }

    private static List<String> moments(Play play) {
        return play.said.stream().map(StoriesTest::moment).toList();
    }

    private static String moment(Event event) {
        var local = event.at().atZone(ZoneId.of("Asia/Shanghai")).toLocalTime();
        return local + " " + event.getClass().getSimpleName();
    }
}
