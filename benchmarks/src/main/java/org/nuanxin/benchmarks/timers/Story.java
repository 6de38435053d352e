package org.nuanxin.benchmarks.timers;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.dispatch.handling.Decision;
import org.nuanxin.dispatch.handling.Engine;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.dispatch.handling.Surroundings;
import org.nuanxin.dispatch.handling.TimerKey;
import org.nuanxin.events.RequestEvent.RequestSubmitted;

/** One request as the engine itself has brought it to some moment. */
final class Story {
    private final Surroundings surroundings;
    private final Map<TimerKey, Instant> timers = new HashMap<>();
    private Handling handling;

    private Story(Surroundings surroundings, Decision first) {
        this.surroundings = surroundings;
        this.handling = first.handling();
        take(first);
    }

    static Story of(RequestSubmitted told, Surroundings surroundings) {
        return new Story(surroundings, Engine.open(told, told.at(), surroundings));
    }

    /** Fires every timer that is due before the moment, at its time. */
    Story before(Instant moment) {
        for (var next = earliest(); next.isPresent() && next.get().getValue().isBefore(moment); next = earliest()) {
            TimerKey key = next.get().getKey();
            timers.remove(key);
            take(Engine.decide(handling, new Input.Due(key), next.get().getValue(), surroundings));
        }
        return this;
    }

    Handling handling() {
        return handling;
    }

    Map<TimerKey, Instant> timers() {
        return timers;
    }

    UUID requestId() {
        return handling.matter().requestId();
    }

    private void take(Decision decision) {
        handling = decision.handling();
        decision.cancelled().forEach(timers::remove);
        timers.putAll(decision.timers());
    }

    private Optional<Map.Entry<TimerKey, Instant>> earliest() {
        return timers.entrySet().stream().min(Comparator.comparing(Map.Entry::getValue));
    }
}
