package org.nuanxin.dispatch.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Urgency;

/** Handlings in many states, for whoever keeps them. */
public final class Lives {
    /** What is built in. */
    public static final Policies POLICIES =
            key -> DefaultPolicies.of(key.scope().endsWith("urgent") ? Urgency.URGENT : Urgency.ORDINARY);

    private Lives() {}

    /** The timers that follow from a handling, by the words under which they are kept. */
    public static Map<String, String> timers(Handling handling) {
        Map<String, String> timers = new TreeMap<>();
        Deadlines.of(handling, POLICIES).forEach((key, due) -> timers.put(key.text(), due.toString()));
        return timers;
    }

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
                        new Command.Resume("supervisor-1"),
                        new Command.AskPause(PauseReason.WAITING_FOR_PARTS, play.now.plusSeconds(14_400), "v5"),
                        new Command.GrantPause(null, "supervisor-1"),
                        new Command.Resume("supervisor-1"),
                        new Command.AskExtension(play.now.plusSeconds(180_000), "parts", "v5"),
                        new Command.GrantExtension(null, "supervisor-1"),
                        Said.arrives(v5),
                        Said.completes(v5),
                        Said.reopens(false),
                        new Command.Refer("why", "where", "supervisor-1"))
                .forEach(input -> seen.add(play.pass(10).input(input).handling()));
        return seen;
    }
}
