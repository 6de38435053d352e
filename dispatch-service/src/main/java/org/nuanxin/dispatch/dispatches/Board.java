package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.kit.transactions.Sql;

/** The requests of some places, soonest due first. */
@ApplicationScoped
class Board {
    private static final String PAGE = """
            select state::text from dispatch
            where place_path && $1::text[]
                and ($2::text is null or $2 = any(place_path))
                and (cardinality($3::text[]) = 0 or status = any($3))
                and ($4::timestamptz is null or due_at <= $4)
                and ($5::text is null or service_type = $5)
                and (due_at, request_id) > ($6, $7)
            order by due_at, request_id
            limit $8
            """;

    private static final String OPEN = """
            select request_id from dispatch
            where place_path && $1::text[] and $2 = any(place_path) and request_id > $3
                and status in ('WAITING', 'SEARCHING', 'MANUAL', 'ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS')
            order by request_id
            limit $4
            """;

    private final Sql sql;

    Board(Sql sql) {
        this.sql = sql;
    }

    /** What is looked for; null and empty for everything. */
    record Filter(
            @Nullable String place,
            Collection<String> statuses,
            @Nullable Instant dueBy,
            @Nullable String type) {}

    /** What is open at a place, as far as the caller holds it, in the order of the ids. */
    Uni<List<UUID>> open(Collection<String> places, String place, UUID after, int rows) {
        return sql.query(row -> row.uuid(0), OPEN, Sql.texts(places), place, after, rows);
    }

    Uni<List<Handling>> page(Collection<String> places, Filter filter, Cursor after, int rows) {
        return sql.query(
                row -> StateJson.read(row.text(0)),
                PAGE,
                Sql.texts(places),
                filter.place(),
                Sql.texts(filter.statuses()),
                filter.dueBy(),
                filter.type(),
                after.at(),
                after.id(),
                rows);
    }
}
