package org.nuanxin.kit.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Events that could not take effect, in the order in which they must be replayed; counted, so that somebody is told. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration COUNTED_EVERY = Duration.ofSeconds(15);
    private static final int MOST = 1000;
    private static final String PARK = """
            insert into dead_letter (event_id, topic, type, subject, payload, trace, reason, at)
            select event_id, topic, type, subject, payload, trace, reason, $8
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
                as e(event_id, topic, type, subject, payload, trace, reason, place)
            order by place
            """;
    private static final String NEXT = """
            select event_id, topic, type, subject, payload, trace from dead_letter
            where replayed_at is null and ($1::text is null or subject = $1) and subject <> all($2)
            order by position limit $3
            """;

    private final Transactions transactions;
    private final Sql sql;
    private final Counter parked;
    private final AtomicLong waiting;
    private final Loop count;

    DeadLetters(Vertx vertx, Transactions transactions, Sql sql, MeterRegistry metrics) {
        this.transactions = transactions;
        this.sql = sql;
        this.parked = metrics.counter("nuanxin.dead.letters.parked");
        this.waiting = metrics.gauge("nuanxin.dead.letters", new AtomicLong());
        this.count = new Loop("dead letters", vertx, this::count);
    }

    void start(@Observes StartupEvent event) {
        count.start();
    }

    void stop(@Observes ShutdownEvent event) {
        count.stop(() -> {});
    }

    Uni<Void> park(List<Arrival> aside, Instant now) {
        if (aside.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        transactions.unit().afterCommit(() -> tell(aside));
        return sql.update(
                        PARK,
                        aside.stream().map(Arrival::id).toArray(UUID[]::new),
                        texts(aside, Arrival::topic),
                        texts(aside, Arrival::type),
                        texts(aside, Arrival::subject),
                        texts(aside, Arrival::payload),
                        texts(aside, Arrival::trace),
                        texts(aside, Arrival::fault),
                        now)
                .replaceWithVoid();
    }

    /** The first {@value #MOST} that wait, of one subject or of all, as an administrator sees them. */
    Uni<List<DeadLetter>> waiting(@Nullable String subject) {
        return transactions
                .session()
                .chain(session -> session.createQuery(
                                "from DeadLetter where replayedAt is null and (:subject is null or subject = :subject) order by position",
                                DeadLetter.class)
                        .setParameter("subject", subject)
                        .setMaxResults(MOST)
                        .getResultList());
    }

    /** The first {@value #MOST} to be replayed, of one subject or of all but the stuck ones, in their order. */
    Uni<List<Arrival>> next(@Nullable String subject, Collection<String> stuck) {
        return sql.query(
                row -> Arrival.of(row.uuid(0), row.text(1), row.text(2), row.text(3), row.text(4), row.textOrNull(5)),
                NEXT,
                subject,
                Sql.texts(stuck),
                MOST);
    }

    /** Takes a letter off the pile, in the transaction of its effect. False where somebody else has done so. */
    Uni<Boolean> take(UUID eventId, Instant now) {
        transactions.unit().afterCommit(count::wake);
        return sql.update(
                        "update dead_letter set replayed_at = $2 where event_id = $1 and replayed_at is null",
                        eventId,
                        now)
                .map(taken -> taken == 1);
    }

    private void tell(List<Arrival> aside) {
        aside.forEach(letter -> LOG.errorf(
                "%s %s of %s is a dead letter: %s", letter.type(), letter.id(), letter.subject(), letter.fault()));
        parked.increment(aside.size());
        count.wake();
    }

    private Uni<Duration> count() {
        return transactions
                .read(() -> sql.query("select count(*) from dead_letter where replayed_at is null"))
                .invoke(rows -> waiting.set(rows.getFirst().longValue(0)))
                .replaceWith(COUNTED_EVERY);
    }

    private static @Nullable String[] texts(List<Arrival> aside, Function<Arrival, @Nullable String> column) {
        return aside.stream().map(column).toArray(String[]::new);
    }
}
