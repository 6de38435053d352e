package org.nuanxin.dispatch.volunteers;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nuanxin.dispatch.candidates.Candidate;
import org.nuanxin.dispatch.candidates.Candidates;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.dispatch.candidates.LeftOut;
import org.nuanxin.dispatch.candidates.VolunteerIndex;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Transactions;

/**
 * The volunteers in memory, read from the database at the start. What this instance commits is seen at once, what another
 * commits within a second: it proposes, and the database decides.
 */
@ApplicationScoped
public class VolunteerMemory implements Candidates {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** A transaction may commit long after the time it carries. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Loop loop;
    private final VolunteerIndex index = new VolunteerIndex();
    private volatile Instant readUpTo = Instant.EPOCH;

    VolunteerMemory(Transactions transactions, Volunteers volunteers, Vertx vertx) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.loop = new Loop("volunteers", vertx, this::round);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop(() -> {});
    }

    /** Completes when all volunteers have been read once; to be called in a transaction before it is asked. */
    public Uni<Void> ready(Instant now) {
        return readUpTo.equals(Instant.EPOCH) ? refresh(now) : Uni.createFrom().voidItem();
    }

    @Override
    public List<Candidate> best(Wanted wanted, int atMost) {
        return index.best(wanted, atMost);
    }

    @Override
    public LeftOut leftOut(Wanted wanted) {
        return index.leftOut(wanted);
    }

    /** After the commit of what has changed them. */
    void put(List<Helper> helpers) {
        helpers.forEach(index::put);
    }

    /** After the commit of what has changed what they hold. */
    public void holds(Map<UUID, Integer> held) {
        held.forEach(index::holds);
    }

    private Uni<Duration> round() {
        return transactions.run(this::refresh).replaceWith(LOOK_AGAIN);
    }

    private Uni<Void> refresh(Instant now) {
        Instant since = readUpTo.equals(Instant.EPOCH) ? Instant.EPOCH : readUpTo.minus(OVERLAP);
        return volunteers
                .since(since)
                .invoke(changed -> {
                    put(changed);
                    readUpTo = now;
                })
                .replaceWithVoid();
    }
}
