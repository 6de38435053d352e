package org.nuanxin.kit.timers;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A service's side of its timers: one bean per service. */
public interface TimerOwner {
    /**
     * Locks the subjects' rows in the running transaction: {@code … order by id for update skip locked}.
     *
     * @return those locked now; a busy one is simply taken next time
     */
    Uni<Set<UUID>> lock(Collection<UUID> subjects);

    /** Lets the due timers, all of locked subjects and in the order of their due times, take effect in the running transaction. */
    Uni<Void> fire(List<Timer> due, Instant now);
}
