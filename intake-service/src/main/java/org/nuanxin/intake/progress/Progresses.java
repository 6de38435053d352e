package org.nuanxin.intake.progress;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.stored.StoredJson;
import org.nuanxin.kit.transactions.Sql;

/** How requests stand, as stored. A request of which nothing has been told yet has no row. */
@ApplicationScoped
public class Progresses {
    private static final String BEGIN = """
            insert into progress (request_id, status, state)
            select request_id, 'submitted', '{}' from request where request_id = any($1) order by request_id
            on conflict do nothing
            """;
    private static final String LOCK =
            "select request_id, state::text from progress where request_id = any($1) order by request_id for update";
    private static final String WRITE = """
            update progress p set status = new.status, state = new.state::jsonb
            from unnest($1::uuid[], $2::text[], $3::text[]) as new(request_id, status, state)
            where p.request_id = new.request_id
            """;

    private final Sql sql;
    private final StoredJson json;

    Progresses(Sql sql, StoredJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** Locks them to the end of the transaction; what is no request of ours is left out. */
    public Uni<Map<UUID, Progress>> lock(Collection<UUID> requests) {
        Object ids = Sql.uuids(requests);
        return Sql.inOneTrip(sql.update(BEGIN, ids), sql.query(LOCK, ids))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> row.uuid(0), row -> json.read(row.text(1), Progress.class))));
    }

    public Uni<Integer> write(Map<UUID, Progress> all) {
        List<UUID> ids = List.copyOf(all.keySet());
        List<Progress> states = ids.stream().map(all::get).toList();
        return sql.update(
                WRITE,
                Sql.uuids(ids),
                Sql.texts(states.stream().map(state -> state.status().code()).toList()),
                Sql.texts(states.stream().map(json::write).toList()));
    }

    /** From a column of a joined row; as submitted where it is null. */
    public Progress read(@Nullable String state) {
        return state == null ? new Progress() : json.read(state, Progress.class);
    }
}
