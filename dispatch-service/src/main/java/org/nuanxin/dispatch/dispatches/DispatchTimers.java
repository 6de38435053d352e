package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.dispatch.handling.TimerKey;
import org.nuanxin.kit.timers.Timer;
import org.nuanxin.kit.timers.TimerOwner;

/** Timers of requests. */
@ApplicationScoped
class DispatchTimers implements TimerOwner<Handling> {
    private final Dispatches dispatches;
    private final DispatchService dispatch;

    DispatchTimers(Dispatches dispatches, DispatchService dispatch) {
        this.dispatches = dispatches;
        this.dispatch = dispatch;
    }

    @Override
    public Uni<Map<UUID, Handling>> lock(Collection<UUID> subjects) {
        return dispatches.lockFree(subjects);
    }

    @Override
    public Uni<Void> fire(List<Timer> due, Map<UUID, Handling> locked, Instant now) {
        return dispatch.take(
                due.stream()
                        .map(timer -> new Happening(timer.subject(), new Input.Due(TimerKey.parse(timer.kind()))))
                        .toList(),
                locked,
                now);
    }
}
