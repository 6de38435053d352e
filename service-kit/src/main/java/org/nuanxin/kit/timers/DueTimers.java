package org.nuanxin.kit.timers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.kit.transactions.Sql;

/** The timer table as the loop reads it. */
@ApplicationScoped
class DueTimers {
    private static final int BATCH = 400;

    // finding takes no lock: what two instances both find, only the one that locks the subject will take
    private static final String SUBJECTS = """
            select subject from (
                select subject, due_at from timer where due_at <= $1 and subject <> all($2) order by due_at limit $3) due
            group by subject order by min(due_at)
            """;
    private static final String TAKE = """
            with taken as (delete from timer where subject = any($1) and due_at <= $2 returning subject, kind, due_at)
            select subject, kind, due_at from taken order by due_at, subject, kind
            """;

    private final Sql sql;

    DueTimers(Sql sql) {
        this.sql = sql;
    }

    Uni<List<UUID>> subjects(Instant now, UUID[] except) {
        return sql.query(row -> row.uuid(0), SUBJECTS, now, except, BATCH);
    }

    /** Deletes and returns what is still due of subjects the caller has locked. */
    Uni<List<Timer>> take(Collection<UUID> locked, Instant now) {
        return locked.isEmpty()
                ? Uni.createFrom().item(List.of())
                : sql.query(row -> new Timer(row.uuid(0), row.text(1), row.instant(2)), TAKE, Sql.uuids(locked), now);
    }

    Uni<Optional<Instant>> earliest(UUID[] except) {
        return sql.query(
                        row -> row.instant(0),
                        "select due_at from timer where subject <> all($1) order by due_at limit 1",
                        (Object) except)
                .map(rows -> rows.stream().findFirst());
    }
}
