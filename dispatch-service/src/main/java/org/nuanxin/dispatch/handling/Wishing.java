package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.Cause;
import org.nuanxin.events.DispatchEvent.ExtensionAsked;
import org.nuanxin.events.DispatchEvent.ExtensionDenied;
import org.nuanxin.events.DispatchEvent.PauseAsked;
import org.nuanxin.events.DispatchEvent.PauseDenied;

/** Asking a supervisor for a pause or an extension (申请). An alert sees to it that nobody waits in silence. */
final class Wishing {
    private Wishing() {}

    static void askPause(Turn turn, Command.AskPause command) {
        require(isHolder(turn, command.by()), Rule.NOT_THE_HOLDER);
        Pausing.check(turn, command.reason(), command.until());
        turn.wishes = turn.wishes.pause(new Wishes.Pause(command.reason(), command.until(), command.by(), turn.now));
        turn.say((request, community, version) ->
                new PauseAsked(request, community, version, command.reason(), command.until(), command.by(), turn.now));
        Alerts.raise(turn, Cause.PAUSE_ASKED, AlertLevel.COMMUNITY);
    }

    static void grantPause(Turn turn, Command.GrantPause command) {
        Wishes.Pause asked = asked(turn.wishes.pause());
        Instant until = Objects.requireNonNullElse(command.until(), asked.until());
        Pausing.pause(turn, new Command.Pause(asked.reason(), until, command.by()));
    }

    static void denyPause(Turn turn, Command.DenyPause command) {
        asked(turn.wishes.pause());
        turn.wishes = turn.wishes.pause(null);
        turn.say((request, community, version) -> new PauseDenied(request, community, version, command.by(), turn.now));
        Alerts.end(turn, EnumSet.of(Cause.PAUSE_ASKED));
    }

    static void askExtension(Turn turn, Command.AskExtension command) {
        boolean onDuty = turn.surroundings.isStaff(command.by(), turn.matter.placePath());
        require(onDuty || isHolder(turn, command.by()), Rule.NOT_THE_HOLDER);
        Pausing.check(turn, command.until());
        turn.wishes =
                turn.wishes.extension(new Wishes.Extension(command.reason(), command.until(), command.by(), turn.now));
        turn.say((request, community, version) ->
                new ExtensionAsked(request, community, version, command.until(), command.by(), turn.now));
        Alerts.raise(turn, Cause.EXTENSION_ASKED, AlertLevel.COMMUNITY);
    }

    static void grantExtension(Turn turn, Command.GrantExtension command) {
        Wishes.Extension asked = asked(turn.wishes.extension());
        Instant until = Objects.requireNonNullElse(command.until(), asked.until());
        Pausing.extend(turn, new Command.Extend(until, asked.reason(), command.by()));
    }

    static void denyExtension(Turn turn, Command.DenyExtension command) {
        asked(turn.wishes.extension());
        turn.wishes = turn.wishes.extension(null);
        turn.say((request, community, version) ->
                new ExtensionDenied(request, community, version, command.by(), turn.now));
        Alerts.end(turn, EnumSet.of(Cause.EXTENSION_ASKED));
    }

    /** Whoever asked no longer needs an answer. */
    static void drop(Turn turn) {
        turn.wishes = Wishes.NONE;
        Alerts.end(turn, EnumSet.of(Cause.PAUSE_ASKED, Cause.EXTENSION_ASKED));
    }

    static boolean isHolder(Turn turn, String subject) {
        return turn.assignment != null && turn.assignment.holder().subject().equals(subject);
    }

    private static <W> W asked(@Nullable W wish) {
        if (wish == null) throw new RuleBroken(Rule.NOTHING_ASKED);
        return wish;
    }

    private static void require(boolean kept, Rule rule) {
        if (!kept) throw new RuleBroken(rule);
    }
}
