package org.nuanxin.kit.timers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.kit.transactions.Pending;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Write;

/** The timers one transaction sets and cancels; the last word on each counts. */
final class PendingTimers implements Pending {
    private final TimerLoop loop;
    private final Map<TimerKey, Timer> set = new LinkedHashMap<>();
    private final Set<TimerKey> cancelled = new HashSet<>();
    private final Set<UUID> emptied = new HashSet<>();

    PendingTimers(TimerLoop loop) {
        this.loop = loop;
    }

    void set(Timer timer) {
        cancelled.remove(timer.key());
        set.put(timer.key(), timer);
    }

    void cancel(TimerKey key) {
        set.remove(key);
        cancelled.add(key);
    }

    void cancelAll(UUID subject) {
        set.keySet().removeIf(key -> key.subject().equals(subject));
        cancelled.removeIf(key -> key.subject().equals(subject));
        emptied.add(subject);
    }

    @Override
    public int turn() {
        return 2;
    }

    @Override
    public Write write() {
        List<Instant> due = set.values().stream().map(Timer::dueAt).toList();
        return Write.of(
                TimerTable.CHANGE,
                subjects(cancelled),
                kinds(cancelled),
                Sql.uuids(emptied),
                subjects(set.keySet()),
                kinds(set.keySet()),
                Sql.times(due));
    }

    @Override
    public void committed() {
        set.values().stream().map(Timer::dueAt).min(Instant::compareTo).ifPresent(loop::wakeFor);
    }

    private static UUID[] subjects(Collection<TimerKey> keys) {
        return keys.stream().map(TimerKey::subject).toArray(UUID[]::new);
    }

    private static String[] kinds(Collection<TimerKey> keys) {
        return keys.stream().map(TimerKey::kind).toArray(String[]::new);
    }
}
