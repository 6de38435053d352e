package org.nuanxin.dispatch.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Holder;

/** Handlings in many states, for whoever keeps them. */
public final class Lives {
    private Lives() {}

    public static List<Handling> seen() {
        Play play = Play.at(SearchTest.NOON).with(AskingTest.crowd(5)).submit(Said.lockedOut(SearchTest.NOON));
        List<Handling> seen = new ArrayList<>(List.of(play.handling()));
        Holder v5 = Said.volunteer("v5");
        Stream.<Input>of(
                        Said.refuses(play.offerTo("v1")),
                        new Command.Assign(v5, null, "supervisor-1"),
                        new Command.Pause(PauseReason.WEATHER, play.now.plusSeconds(7200), "supervisor-1"),
                        new Command.Assign(v5, ConfirmedBy.PHONE, "supervisor-1"),
                        Said.setsOff(v5),
                        Said.arrives(v5),
                        Said.completes(v5),
                        Said.reopens(false),
                        new Command.Refer("why", "where", "supervisor-1"))
                .forEach(input -> seen.add(play.pass(10).input(input).handling()));
        return seen;
    }
}
