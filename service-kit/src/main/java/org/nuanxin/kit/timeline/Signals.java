package org.nuanxin.kit.timeline;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.nuanxin.kit.transactions.Contexts;
import org.nuanxin.kit.transactions.Loop;

/**
 * Wakes those who wait for something to happen to a subject: at once in this instance, through {@link OtherInstances} from
 * another; and every two seconds one statement for all of them compares heads, in case a signal was lost.
 */
@ApplicationScoped
class Signals {
    static final Duration SAFETY_NET = Duration.ofSeconds(2);

    // Vert.x refuses a timer below it, and nobody would ever be told that the time is over
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** The seq of a watch that does not know what it has seen: any signal wakes it, and the safety net once. */
    static final long UNKNOWN = -1;

    private final Map<String, Set<Watch>> watches = new ConcurrentHashMap<>();
    private final Pool pool;
    private final OtherInstances others;
    private final Loop net;
    private volatile boolean ending;

    Signals(Vertx vertx, Pool pool, OtherInstances others) {
        this.pool = pool;
        this.others = others;
        this.net = new Loop("timeline safety net", vertx, this::compareHeads);
    }

    void start(@Observes StartupEvent event) {
        others.listen(this::wake);
        net.start();
    }

    void stop(@Observes ShutdownEvent event) {
        net.stop(() -> {});
        others.stop();
    }

    /** Whoever waits is let go, and goes on waiting at another instance: this one is about to end. */
    void bowOut(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
        watches.values().forEach(all -> all.forEach(Watch::letGo));
    }

    boolean ending() {
        return ending;
    }

    /** Waiting for a change; to be opened before reading, so that nothing falls between. */
    final class Watch {
        private final String subject;
        private final long seen;
        private final CompletableFuture<Long> changed = new CompletableFuture<>();

        private Watch(String subject, long seen) {
            this.subject = subject;
            this.seen = seen;
        }

        /** Completes at the next change, or when the time is over; with the number of the newest entry that is known of. */
        Uni<Long> changed(Duration longest) {
            return Contexts.back(Uni.createFrom()
                    .completionStage(changed)
                    .ifNoItem()
                    .after(longest.compareTo(SHORTEST) < 0 ? SHORTEST : longest)
                    .recoverWithItem(seen));
        }

        private void letGo() {
            changed.complete(seen);
        }

        void close() {
            watches.computeIfPresent(subject, (key, all) -> {
                all.remove(this);
                return all.isEmpty() ? null : all;
            });
        }
    }

    Watch watch(String subject, long seen) {
        Watch watch = new Watch(subject, seen);
        watches.compute(subject, (key, all) -> {
            Set<Watch> watching = all == null ? ConcurrentHashMap.newKeySet() : all;
            watching.add(watch);
            return watching;
        });
        if (ending) watch.letGo();
        return watch;
    }

    /** Called after a commit. */
    void changed(Map<String, Long> heads) {
        heads.forEach(this::wake);
        others.tell(heads);
    }

    /** How many wait. */
    int watching() {
        return watches.values().stream().mapToInt(Set::size).sum();
    }

    void wake(String subject, long head) {
        watches.getOrDefault(subject, Set.of()).stream()
                .filter(watch -> watch.seen < head)
                .forEach(watch -> watch.changed.complete(head));
    }

    private Uni<Duration> compareHeads() {
        if (watches.isEmpty()) {
            return Uni.createFrom().item(SAFETY_NET);
        }
        String[] subjects = watches.keySet().toArray(String[]::new);
        return pool.preparedQuery("select subject, seq from timeline_head where subject = any($1)")
                .execute(Tuple.of(subjects))
                .invoke(rows -> rows.forEach(row -> wake(row.getString(0), row.getLong(1))))
                .replaceWith(SAFETY_NET);
    }
}
