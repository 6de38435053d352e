package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.candidates.Terms;
import org.nuanxin.dispatch.handling.Offer;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Write;

/** The rows of offers, of all searches. */
@ApplicationScoped
class Offers {
    // whatever gives the request up comes before whatever takes it, since the index says at once that one is too many
    private static final String PUT = """
            insert into offer (offer_id, request_id, search_id, volunteer_id, state,
                asked_at, wait_until, distance_metres, arrival_seconds, reasons, terms, acceptance)
            select offer_id, request_id, search_id, volunteer_id, state,
                asked_at, wait_until, distance_metres, arrival_seconds, string_to_array(reasons, chr(31)), terms::jsonb, acceptance
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[],
                    $6::timestamptz[], $7::timestamptz[], $8::int[], $9::int[], $10::text[],
                    $11::text[], $12::float8[])
                as o(offer_id, request_id, search_id, volunteer_id, state,
                    asked_at, wait_until, distance_metres, arrival_seconds, reasons, terms, acceptance)
            order by state = 'ACCEPTED', offer_id
            on conflict (offer_id) do update set state = excluded.state
            """;
    private static final String OF = """
            select offer_id, volunteer_id, state, asked_at, wait_until, distance_metres, arrival_seconds, reasons,
                terms, acceptance
            from offer where request_id = $1 order by asked_at, offer_id
            """;

    private final Sql sql;

    Offers(Sql sql) {
        this.sql = sql;
    }

    /** An offer and whose it is. */
    record Of(UUID requestId, Offer offer) {}

    /** As a supervisor sees it: who was asked, why, how likely they were to come, and what came of it. */
    public record View(
            UUID id,
            UUID volunteerId,
            String status,
            Instant askedAt,
            Instant waitUntil,
            int distanceMetres,
            int arrivalSeconds,
            List<String> reasons,
            @Nullable Terms terms,
            @Nullable Double acceptance) {}

    Write put(Collection<Of> changed) {
        if (changed.isEmpty()) return Write.NOTHING;
        List<Of> rows = List.copyOf(changed);
        return Write.of(
                PUT,
                column(rows, row -> row.offer().id(), UUID[]::new),
                column(rows, Of::requestId, UUID[]::new),
                column(rows, row -> row.offer().searchId(), UUID[]::new),
                column(rows, row -> row.offer().volunteerId(), UUID[]::new),
                column(rows, row -> row.offer().state().name(), String[]::new),
                Sql.times(rows.stream().map(row -> row.offer().askedAt()).toList()),
                Sql.times(rows.stream().map(row -> row.offer().waitUntil()).toList()),
                column(rows, row -> row.offer().distanceMetres(), Integer[]::new),
                column(rows, row -> row.offer().arrivalSeconds(), Integer[]::new),
                column(rows, row -> Lists.joined(row.offer().reasons()), String[]::new),
                rows.stream().map(row -> terms(row.offer())).toArray(String[]::new),
                rows.stream().map(row -> row.offer().acceptance()).toArray(Double[]::new));
    }

    Uni<List<View>> of(UUID requestId) {
        return sql.query(Offers::view, OF, requestId);
    }

    private static View view(SqlRow row) {
        return new View(
                row.uuid(0),
                row.uuid(1),
                Words.of(row.text(2)),
                row.instant(3),
                row.instant(4),
                row.integer(5),
                row.integer(6),
                row.texts(7),
                row.isNull(8) ? null : StateJson.read(row.text(8), Terms.class),
                row.isNull(9) ? null : row.real(9));
    }

    private static @Nullable String terms(Offer offer) {
        return offer.terms() == null ? null : StateJson.write(offer.terms());
    }

    private static <T> T[] column(List<Of> rows, Function<Of, T> column, IntFunction<T[]> array) {
        return rows.stream().map(column).toArray(array);
    }
}
