package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** Which events have been handled. */
@ApplicationScoped
class Marks {
    // sorted, so that two instances marking the same events wait for, and never deadlock, each other;
    // shared, so that what queues up behind a letter waits for a replay of it, and is never left behind
    private static final String MARK = """
            with marked as (
                insert into inbox (event_id)
                select id from unnest($1::uuid[]) as e(id) order by id
                on conflict do nothing
                returning event_id),
            blocking as (
                select subject from dead_letter where replayed_at is null and subject = any($2) for share)
            select event_id, null from marked
            union all
            select null::uuid, subject from blocking
            """;

    /** Which ids had not been handled before, and which subjects have a dead letter that has not been replayed. */
    record Marked(Set<UUID> fresh, Set<String> blocked) {}

    private final Sql sql;

    Marks(Sql sql) {
        this.sql = sql;
    }

    Uni<Marked> mark(List<Arrival> arrivals) {
        UUID[] ids = arrivals.stream().map(Arrival::id).distinct().toArray(UUID[]::new);
        String[] subjects = arrivals.stream().map(Arrival::subject).distinct().toArray(String[]::new);
        return sql.query(MARK, ids, subjects).map(Marks::marked);
    }

    private static Marked marked(List<SqlRow> rows) {
        Marked marked = new Marked(new HashSet<>(), new HashSet<>());
        for (SqlRow row : rows) {
            if (row.isNull(0)) {
                marked.blocked().add(row.text(1));
            } else {
                marked.fresh().add(row.uuid(0));
            }
        }
        return marked;
    }
}
