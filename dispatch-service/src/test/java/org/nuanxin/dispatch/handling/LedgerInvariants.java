package org.nuanxin.dispatch.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.TimerKey.Kind;
import org.nuanxin.events.Clock;

/** What holds of every ledger at any time: time adds up, nothing runs while paused, nothing entered is ever changed. */
final class LedgerInvariants {
    private final Play play;
    private List<Entry> before = List.of();
    private Duration used = Duration.ZERO;
    private @Nullable Instant looked;

    LedgerInvariants(Play play) {
        this.play = play;
    }

    void check() {
        Handling handling = play.handling();
        List<Entry> entries = handling.closure().entries();
        assertThat(entries.subList(0, before.size())).isEqualTo(before);
        ordered(entries);
        handling.search().ledger().map(Ledger::entries).ifPresent(LedgerInvariants::neverPauses);
        addsUp(Clock.CLOSURE, play.closure());
        handling.responseClock(play).ifPresent(clock -> addsUp(Clock.RESPONSE, clock));
        monotone(play.closure());
        timers(handling);
        before = entries;
    }

    private static void neverPauses(List<Entry> response) {
        ordered(response);
        assertThat(response).noneMatch(Entry.Paused.class::isInstance);
    }

    private static void ordered(List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            assertThat(entries.get(i).at()).isAfterOrEqualTo(entries.get(i - 1).at());
            if (entries.get(i - 1) instanceof Entry.Breached) {
                assertThat(entries.get(i)).isInstanceOfAny(Entry.Stopped.class, Entry.Reopened.class);
            }
        }
    }

    /** What has been used and what is left are what was granted; at the deadline all of it has been used. */
    private void addsUp(Clock which, Reckoning clock) {
        if (!clock.isRunning() || clock.isBreached() || clock.dueAt().isBefore(play.now)) return;
        Duration left = clock.granted().minus(clock.used(play.now));
        if (left.isNegative()) assertThat(clock.warnings()).isEmpty();
        else assertThat(clock.used(clock.dueAt())).isEqualTo(clock.granted());
        Duration ahead = clock.policy().hours(which).between(play.now, clock.dueAt());
        assertThat(ahead).isGreaterThanOrEqualTo(left);
    }

    /** Time used never becomes less, and stands while the clock is paused. */
    private void monotone(Reckoning clock) {
        Duration now = clock.used(play.now);
        assertThat(now).isGreaterThanOrEqualTo(used);
        if (looked != null && clock.pause() != null && !clock.pause().at().isAfter(looked)) {
            assertThat(now).isEqualTo(used);
        }
        used = now;
        looked = play.now;
    }

    private void timers(Handling handling) {
        Reckoning closure = play.closure();
        boolean ticking = handling.status().isOpen() && closure.pause() == null && !closure.isBreached();
        Instant breach = play.timers.get(TimerKey.of(Kind.CLOSURE_BREACH));
        assertThat(breach).isEqualTo(ticking ? closure.dueAt() : null);
        if (closure.pause() != null) {
            assertThat(closure.isRunning()).isFalse();
            assertThat(play.timers.keySet()).noneMatch(key -> key.kind() == Kind.CLOSURE_WARNING);
        }
    }
}
