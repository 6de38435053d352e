package org.nuanxin.kit.timers;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A service's side of its timers: one bean per service.
 *
 * @param <S> what it reads of a subject when it locks it
 */
public interface TimerOwner<S> {
    /**
     * Locks the subjects' rows in the running transaction: {@code … order by id for update skip locked}.
     *
     * @return those locked now, as they are; a busy one is simply taken next time
     */
    Uni<Map<UUID, S>> lock(Collection<UUID> subjects);

    /** Lets the due timers, all of locked subjects and in the order of their due times, take effect in the running transaction. */
    Uni<Void> fire(List<Timer> due, Map<UUID, S> locked, Instant now);
}
