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
import org.nuanxin.dispatch.candidates.Standing;
import org.nuanxin.dispatch.candidates.VolunteerIndex;
import org.nuanxin.dispatch.candidates.Wanted;
import org.nuanxin.dispatch.experience.AnswerBook;
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
    private static final Duration OVERLAP = Duration.ofSeconds(12);

    private final Transactions transactions;
    private final Volunteers volunteers;
    private final Loop loop;
    private final AnswerRows answerRows;
    private volatile VolunteerIndex index = new VolunteerIndex();
    private final AnswerBook answers = new AnswerBook();
    private volatile Instant readUpTo = Instant.EPOCH;

    VolunteerMemory(Transactions transactions, Volunteers volunteers, AnswerRows answerRows, Vertx vertx) {
        this.transactions = transactions;
        this.volunteers = volunteers;
        this.answerRows = answerRows;
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
    public LeftOut leftOut(Wanted wanted, int atMost) {
        return index.leftOut(wanted, atMost);
    }

    /** How likely a volunteer accepts a question of this kind in time, if asked then. */
    public double acceptance(UUID volunteerId, String serviceType, Instant at) {
        return answers.acceptance(volunteerId, serviceType, at);
    }

    /** After the commit of what was experienced with them. */
    void remember(Map<UUID, Standing> standings) {
        standings.forEach(this::remember);
    }

    /** After the commit of how they have answered. */
    void learn(List<AnswerRows.Row> rows) {
        rows.forEach(row -> answers.put(row.line(), row.counts(), row.at()));
    }

    void remember(UUID volunteerId, Standing standing) {
        index.change(volunteerId, known -> known.with(standing));
    }

    /** After the commit of what has changed them. */
    void put(List<Helper> helpers) {
        VolunteerIndex current = index;
        helpers.forEach(current::put);
    }

    /** After the commit of what has changed what they hold. */
    public void holds(Map<UUID, Integer> held) {
        VolunteerIndex current = index;
        held.forEach(current::holds);
    }

    boolean agrees(Volunteers.Row row) {
        return index.agrees(row.volunteerId(), row.version(), row.position(), row.held());
    }

    /** Reads everybody anew; what is committed meanwhile is read again by the next round. */
    Uni<Void> rebuild(Instant now) {
        VolunteerIndex fresh = new VolunteerIndex();
        return volunteers
                .since(Instant.EPOCH)
                .invoke(all -> {
                    all.forEach(fresh::put);
                    index = fresh;
                    readUpTo = now;
                })
                .replaceWithVoid();
    }

    private Uni<Duration> round() {
        return transactions.run(this::refresh).replaceWith(LOOK_AGAIN);
    }

    private Uni<Void> refresh(Instant now) {
        Instant since = readUpTo.equals(Instant.EPOCH) ? Instant.EPOCH : readUpTo.minus(OVERLAP);
        return volunteers
                .since(since)
                .invoke(this::put)
                .chain(() -> answerRows.since(since))
                .invoke(rows -> {
                    learn(rows);
                    readUpTo = now;
                })
                .replaceWithVoid();
    }
}
