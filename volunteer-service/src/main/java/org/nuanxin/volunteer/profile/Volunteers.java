package org.nuanxin.volunteer.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** Volunteers as they are stored. */
@ApplicationScoped
class Volunteers {
    private static final String OF_PLACE = """
            select volunteer_id from volunteer
            where place_path @> array[$1] and ($2::boolean is null or verified = $2) and volunteer_id > $3
            order by volunteer_id limit $4
            """;

    private final Transactions transactions;
    private final Sql sql;

    Volunteers(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    /** Locked until the transaction ends. */
    Uni<Volunteer> lock(UUID id) {
        return one("select volunteer_id from volunteer where volunteer_id = $1 for update", id);
    }

    /** Locked until the transaction ends. */
    Uni<Volunteer> lock(String subject) {
        return one("select volunteer_id from volunteer where subject = $1 for update", subject);
    }

    Uni<Volunteer> of(UUID id) {
        return one("select volunteer_id from volunteer where volunteer_id = $1", id);
    }

    Uni<Volunteer> of(String subject) {
        return one("select volunteer_id from volunteer where subject = $1", subject);
    }

    Uni<List<Volunteer>> ofPlace(String placeId, @Nullable Boolean verified, UUID after, int limit) {
        return sql.query(row -> row.uuid(0), OF_PLACE, placeId, verified, after, limit)
                .chain(ids -> transactions
                        .session()
                        .chain(session -> session.createQuery(
                                        "from Volunteer where volunteerId in :ids order by volunteerId",
                                        Volunteer.class)
                                .setParameter("ids", ids)
                                .getResultList()));
    }

    /** Somebody may volunteer once: who applies twice at the same time waits here for the first. */
    Uni<Boolean> isFree(String subject) {
        return sql.query("select 1 from pg_advisory_xact_lock(hashtextextended($1, 0))", subject)
                .chain(() -> sql.query("select 1 from volunteer where subject = $1", subject))
                .map(List::isEmpty);
    }

    Uni<Void> add(Volunteer volunteer) {
        return transactions.session().chain(session -> session.persist(volunteer));
    }

    private Uni<Volunteer> one(String which, Object key) {
        return sql.query(which, key)
                .map(rows ->
                        rows.stream().findFirst().orElseThrow(NotFound::new).uuid(0))
                .chain(id -> transactions.session().chain(session -> session.find(Volunteer.class, id)));
    }
}
