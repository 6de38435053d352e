package org.nuanxin.dispatch.handling;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.events.DispatchEvent.PauseReason;

/**
 * The closure clock (办结时限) of a request.
 *
 * @param pause what it stands still for, null while it runs
 * @param paused how long it has stood still altogether
 * @param extension why it was extended last, null where it never was
 */
public record Closure(
        Countdown clock,
        @Nullable Pause pause,
        Duration paused,
        @Nullable String extension) {

    public record Pause(PauseReason reason, Instant since, Instant until) {}

    /** An appointment's clock starts when the resident wants the helper to come, not days before. */
    static Closure opened(Matter matter, Policy policy) {
        Instant from = matter.neededAt(matter.submittedAt());
        return new Closure(round(1, from, policy.closure().within(), policy), null, Duration.ZERO, null);
    }

    boolean extended() {
        return extension != null;
    }

    boolean inTime(Instant now) {
        return pause == null ? clock.inTime(now) : !clock.breached();
    }

    Closure with(Countdown changed) {
        return new Closure(changed, pause, paused, extension);
    }

    Closure pausedFor(PauseReason reason, Instant now, Instant until) {
        return new Closure(clock, new Pause(reason, now, until), paused, extension);
    }

    /** A pause ends when it was to end, also where that is noticed late. */
    Closure resumed(Instant now) {
        if (pause == null) return this;
        Instant end = now.isBefore(pause.until()) ? now : pause.until();
        Duration stood = Duration.between(pause.since(), end);
        return new Closure(clock.shiftedBy(stood), null, paused.plus(stood), extension);
    }

    /** A new round up to the new end, so that it is warned of again. */
    Closure extended(Instant now, Instant until, String reason, Policy policy) {
        return new Closure(round(clock.round() + 1, now, Duration.between(now, until), policy), null, paused, reason);
    }

    /** The time already used is kept, the time since completion does not count, and a least is granted. */
    Closure reopened(Instant completedAt, Instant now, Policy policy) {
        Duration left = Duration.between(completedAt, clock.dueAt());
        Duration granted = policy.closing().grantedAtReopening();
        Duration within = left.compareTo(granted) < 0 ? granted : left;
        return new Closure(round(clock.round() + 1, now, within, policy), null, paused, extension);
    }

    private static Countdown round(int number, Instant from, Duration within, Policy policy) {
        return Countdown.of(number, from, within, policy.closure(), from::plus);
    }
}
