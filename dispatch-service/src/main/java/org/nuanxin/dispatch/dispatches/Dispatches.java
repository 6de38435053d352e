package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Sql;

/** The rows of handlings: locked in the order of their ids, read whole, written back in sets. */
@ApplicationScoped
public class Dispatches {
    /** Where no clock runs; so that the board has one order. */
    private static final OffsetDateTime NEVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private static final String LOCK =
            "select request_id, state from dispatch where request_id = any($1) order by request_id for update";
    private static final String LOCK_FREE =
            "select request_id from dispatch where request_id = any($1) order by request_id for update skip locked";
    private static final String PUT = """
            insert into dispatch (request_id, place_path, service_type, status, due_at, state)
            select request_id, string_to_array(place_path, chr(31)), service_type, status, due_at, state::jsonb
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
                as h(request_id, place_path, service_type, status, due_at, state)
            order by request_id
            on conflict (request_id) do update set
                place_path = excluded.place_path, status = excluded.status, due_at = excluded.due_at, state = excluded.state
            """;

    private final Sql sql;
    private final PolicyBook policies;

    Dispatches(Sql sql, PolicyBook policies) {
        this.sql = sql;
        this.policies = policies;
    }

    /** Locks the requests; those that are unknown are left out. */
    Uni<Map<UUID, Handling>> lock(Collection<UUID> ids) {
        return sql.query(LOCK, (Object) Sql.uuids(ids)).map(rows -> {
            Map<UUID, Handling> handlings = new HashMap<>();
            rows.forEach(row -> handlings.put(row.uuid(0), StateJson.read(row.text(1))));
            return handlings;
        });
    }

    /** Locks those that nobody else is at now. */
    Uni<Set<UUID>> lockFree(Collection<UUID> ids) {
        return sql.query(row -> row.uuid(0), LOCK_FREE, (Object) Sql.uuids(ids)).map(HashSet::new);
    }

    Uni<Void> put(Collection<Handling> handlings) {
        List<Handling> rows = List.copyOf(handlings);
        return sql.update(
                        PUT,
                        rows.stream().map(row -> row.matter().requestId()).toArray(UUID[]::new),
                        texts(rows, row -> Lists.joined(row.matter().placePath())),
                        texts(rows, row -> row.matter().serviceType()),
                        texts(rows, row -> row.status().name()),
                        rows.stream().map(this::due).toArray(OffsetDateTime[]::new),
                        texts(rows, StateJson::write))
                .replaceWithVoid();
    }

    /** Without a lock; fails with NotFound where there is none. */
    Uni<Handling> find(UUID requestId) {
        return sql.query(
                        row -> StateJson.read(row.text(0)),
                        "select state from dispatch where request_id = $1",
                        requestId)
                .map(found -> found.stream().findFirst().orElseThrow(NotFound::new));
    }

    private OffsetDateTime due(Handling handling) {
        Instant due = handling.dueAt(policies::policy);
        return due == null ? NEVER : Sql.time(due);
    }

    private static String[] texts(List<Handling> rows, Function<Handling, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
