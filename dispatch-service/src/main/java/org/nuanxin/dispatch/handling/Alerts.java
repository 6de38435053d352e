package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Alert.State;
import org.nuanxin.dispatch.handling.RuleBroken.Rule;
import org.nuanxin.dispatch.policy.AlertRules;
import org.nuanxin.events.AlertEvent.AlertAcknowledged;
import org.nuanxin.events.AlertEvent.AlertClimbed;
import org.nuanxin.events.AlertEvent.AlertEnded;
import org.nuanxin.events.AlertEvent.AlertLevel;
import org.nuanxin.events.AlertEvent.AlertRaised;
import org.nuanxin.events.AlertEvent.Cause;

/** Who is told, when it climbs, and when it is over. At most one alert of a cause is open. */
final class Alerts {
    /** What is over as soon as a named human has committed. */
    static final Set<Cause> OF_RESPONSE = EnumSet.of(
            Cause.RESPONSE_WARNING, Cause.RESPONSE_BREACH, Cause.DESK_MATTER, Cause.WIDENED, Cause.NOT_CONFIRMED);

    static final Set<Cause> ALL = EnumSet.allOf(Cause.class);

    private Alerts() {}

    /** Told at once, or in the morning where nobody may be rung now; an open alert of the cause climbs instead. */
    static void raise(Turn turn, Cause cause, AlertLevel level) {
        Alert open = of(turn, cause);
        if (open != null && open.level().compareTo(level) >= 0) return;
        Instant at = turn.policy().window().openFrom(turn.now);
        Alert alert =
                open != null ? open : Alert.planned(turn.nextAlertId(), cause, level, turn.matter.placeAt(level), at);
        if (at.isAfter(turn.now)) turn.put(alert.waiting(level, turn.matter.placeAt(level), at));
        else tell(turn, alert, level);
    }

    /** Its time has come: to be told at all, or to climb. */
    static void due(Turn turn, UUID id) {
        Alert alert = Objects.requireNonNull(turn.alert(id));
        tell(turn, alert, alert.state() == State.PLANNED ? alert.level() : Searches.above(alert.level()));
    }

    static void acknowledge(Turn turn, Command.Acknowledge command) {
        Alert alert = turn.alert(command.alertId());
        if (alert == null || alert.state() == State.PLANNED) throw new RuleBroken(Rule.ALERT_NOT_OPEN);
        if (alert.state() == State.ACKNOWLEDGED) return;
        Instant next = turn.later(turn.policy().alerts().persists(alert.cause()));
        turn.put(alert.acknowledged(command.by(), next));
        turn.tell(new AlertAcknowledged(alert.id(), turn.requestId, turn.matter.community(), command.by(), turn.now));
    }

    static void end(Turn turn, Set<Cause> causes) {
        turn.alerts().filter(alert -> causes.contains(alert.cause())).forEach(alert -> {
            turn.put(alert.ended());
            if (alert.state() != State.PLANNED) {
                turn.tell(new AlertEnded(alert.id(), turn.requestId, turn.matter.community(), turn.now));
            }
        });
    }

    private static @Nullable Alert of(Turn turn, Cause cause) {
        return turn.alerts().filter(alert -> alert.cause() == cause).findFirst().orElse(null);
    }

    private static void tell(Turn turn, Alert alert, AlertLevel level) {
        Post post = post(turn, level);
        if (Holding.OF_THE_HOLDER.contains(alert.cause())) post = post.withHolder(turn.assignment);
        AlertRules rules = turn.policy().alerts();
        // Above the street there is nobody: as long as the cause persists the street is told again.
        Instant next = turn.later(post.level() == AlertLevel.STREET ? rules.closurePersists() : rules.unacknowledged());
        Alert told = alert.told(post, turn.now, next);
        turn.put(told);
        turn.tell(alert.toldAt() == null ? raised(turn, told) : climbed(turn, told));
    }

    /** The level itself, or the next above it where somebody is on duty; the street's duty room is never skipped. */
    private static Post post(Turn turn, AlertLevel level) {
        List<String> onDuty = turn.surroundings.onDuty(level, turn.matter);
        if (onDuty.isEmpty() && level != AlertLevel.STREET) return post(turn, Searches.above(level));
        return new Post(level, turn.matter.placeAt(level), onDuty);
    }

    private static AlertRaised raised(Turn turn, Alert alert) {
        return new AlertRaised(
                alert.id(),
                turn.requestId,
                turn.matter.community(),
                alert.cause(),
                alert.level(),
                alert.placeId(),
                alert.recipients(),
                turn.now);
    }

    private static AlertClimbed climbed(Turn turn, Alert alert) {
        return new AlertClimbed(
                alert.id(),
                turn.requestId,
                turn.matter.community(),
                alert.cause(),
                alert.level(),
                alert.placeId(),
                alert.recipients(),
                turn.now);
    }
}
