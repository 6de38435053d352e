package org.nuanxin.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Events that could not take effect, in the order in which they must be replayed. */
@ApplicationScoped
class DeadLetters {
    private static final String PARK = """
            insert into dead_letter (event_id, topic, type, subject, payload, trace, reason, at)
            select event_id, topic, type, subject, payload, trace, reason, $8
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
                as e(event_id, topic, type, subject, payload, trace, reason, place)
            order by place
            """;
    private static final int MOST = 1000;

    private final Transactions transactions;
    private final Sql sql;
    private final MeterRegistry metrics;

    DeadLetters(Transactions transactions, Sql sql, MeterRegistry metrics) {
        this.transactions = transactions;
        this.sql = sql;
        this.metrics = metrics;
        metrics.counter("nuanxin.dead.letters");
    }

    Uni<Void> park(List<Arrival> aside, Instant now) {
        if (aside.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        metrics.counter("nuanxin.dead.letters").increment(aside.size());
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

    /** The first {@value #MOST} that wait, of one subject or of all, in the order in which they must be replayed. */
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

    Uni<Void> replayed(UUID eventId, Instant now) {
        return sql.update("update dead_letter set replayed_at = $2 where event_id = $1", eventId, now)
                .replaceWithVoid();
    }

    private static @Nullable String[] texts(List<Arrival> aside, Function<Arrival, @Nullable String> column) {
        return aside.stream().map(column).toArray(String[]::new);
    }
}
