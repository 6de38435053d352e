package org.nuanxin.feedback.matter;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.problems.NotYetKnown;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** All matters. */
@ApplicationScoped
public class Matters {
    private static final Duration MAY_STILL_COME = Duration.ofDays(1);
    private static final String BEGIN = """
            insert into matter (request_id) select id from unnest($1::uuid[]) as e(id) order by id on conflict do nothing
            """;

    private final Transactions transactions;
    private final Sql sql;

    Matters(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Locked in the order of their ids; those never heard of before are begun. */
    public Uni<Map<UUID, Matter>> begunOrLocked(Collection<UUID> ids) {
        UUID[] distinct = ids.stream().distinct().toArray(UUID[]::new);
        return Sql.inOneTrip(sql.update(BEGIN, (Object) distinct), locked(List.of(distinct)))
                .map(found -> found.stream().collect(toMap(Matter::requestId, identity())));
    }

    /**
     * Locked, for somebody who asks for it by its id.
     *
     * @throws NotYetKnown where nothing has been heard of it, but its id is so young that its events may still be under way
     */
    public Uni<Matter> locked(UUID requestId, Instant now) {
        return locked(List.of(requestId)).map(found -> {
            if (found.isEmpty()) throw mayStillCome(requestId, now) ? new NotYetKnown() : new NotFound();
            return found.getFirst();
        });
    }

    public Uni<Optional<Matter>> find(UUID requestId) {
        return transactions
                .session()
                .chain(session -> session.find(Matter.class, requestId))
                .map(Optional::ofNullable);
    }

    private Uni<List<Matter>> locked(List<UUID> ids) {
        return transactions
                .session()
                .chain(session -> session.createSelectionQuery(
                                "from Matter where requestId in :ids order by requestId", Matter.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList());
    }

    /** Ids of requests are of version 7: they begin with the milliseconds in which they were made. */
    private static boolean mayStillCome(UUID id, Instant now) {
        return id.version() == 7
                && now.minus(MAY_STILL_COME).isBefore(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16));
    }
}
