package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.policies.PolicyBook;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Write;

/** The rows of handlings: locked in the order of their ids, read whole, written back in sets. */
@ApplicationScoped
public class Dispatches {
    /** Where no clock runs; so that the board has one order. */
    private static final OffsetDateTime NEVER = OffsetDateTime.parse("9999-12-31T00:00:00Z");

    private static final String LOCK =
            "select request_id, state::text from dispatch where request_id = any($1) order by request_id for update";
    private static final String LOCK_FREE = LOCK + " skip locked";
    private static final String OPEN = """
            insert into dispatch (request_id, place_path, service_type, status, due_at, state)
            select request_id, string_to_array(place_path, chr(31)), service_type, status, due_at, state::json
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
                as h(request_id, place_path, service_type, status, due_at, state)
            order by request_id
            """;

    // of a request that is known and locked: cheaper than an insert that finds out
    private static final String CHANGE = """
            update dispatch d set place_path = string_to_array(h.place_path, chr(31)),
                service_type = h.service_type, status = h.status, due_at = h.due_at, state = h.state::json
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
                as h(request_id, place_path, service_type, status, due_at, state)
            where d.request_id = h.request_id
            """;

    private final Sql sql;
    private final PolicyBook policies;

    Dispatches(Sql sql, PolicyBook policies) {
        this.sql = sql;
        this.policies = policies;
    }

    /** Locks the requests; those that are unknown are left out. */
    Uni<Map<UUID, Handling>> lock(Collection<UUID> ids) {
        return sql.query(LOCK, (Object) Sql.uuids(ids)).map(Dispatches::byId);
    }

    /** Locks those that nobody else is at now. */
    Uni<Map<UUID, Handling>> lockFree(Collection<UUID> ids) {
        return sql.query(LOCK_FREE, (Object) Sql.uuids(ids)).map(Dispatches::byId);
    }

    /** Requests that have just been opened. */
    Write open(Collection<Handling> handlings) {
        return write(OPEN, handlings);
    }

    /** Requests that the caller has locked. */
    Write change(Collection<Handling> handlings) {
        return write(CHANGE, handlings);
    }

    private Write write(String statement, Collection<Handling> handlings) {
        if (handlings.isEmpty()) return Write.NOTHING;
        List<Handling> rows = List.copyOf(handlings);
        return Write.of(
                statement,
                rows.stream().map(row -> row.matter().requestId()).toArray(UUID[]::new),
                texts(rows, row -> Lists.joined(row.matter().placePath())),
                texts(rows, row -> row.matter().serviceType()),
                texts(rows, row -> row.status().name()),
                rows.stream().map(this::due).toArray(OffsetDateTime[]::new),
                texts(rows, StateJson::write));
    }

    /** Without a lock; fails with NotFound where there is none. */
    Uni<Handling> find(UUID requestId) {
        return sql.query(
                        row -> StateJson.read(row.text(0)),
                        "select state::text from dispatch where request_id = $1",
                        requestId)
                .map(found -> found.stream().findFirst().orElseThrow(NotFound::new));
    }

    private static Map<UUID, Handling> byId(List<SqlRow> rows) {
        Map<UUID, Handling> handlings = new HashMap<>();
        rows.forEach(row -> handlings.put(row.uuid(0), StateJson.read(row.text(1))));
        return handlings;
    }

    private OffsetDateTime due(Handling handling) {
        Instant due = handling.dueAt(policies::policy);
        return due == null ? NEVER : Sql.time(due);
    }

    private static String[] texts(List<Handling> rows, Function<Handling, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
