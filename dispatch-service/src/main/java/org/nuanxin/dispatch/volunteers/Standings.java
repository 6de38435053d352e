package org.nuanxin.dispatch.volunteers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.nuanxin.dispatch.candidates.Standing;
import org.nuanxin.dispatch.policy.AlertLimits;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The rows of what is remembered of each volunteer. */
@ApplicationScoped
class Standings {
    /** As {@link #of} reads them. */
    static final String COLUMNS =
            "s.asked_since, s.asked, s.helped_at, s.last_helped_at, s.ratings, s.stars, s.refusals";

    private static final String COUNT = """
            insert into volunteer_standing as s
                (volunteer_id, asked_since, asked, helped_at, last_helped_at, ratings, stars, refusals, changed_at)
            select volunteer_id, $1::timestamptz, asked, array_fill($2::timestamptz, array[helped]),
                case when helped > 0 then $2::timestamptz end, ratings, stars, refusals, $2::timestamptz
            from unnest($4::uuid[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[])
                as t(volunteer_id, asked, helped, ratings, stars, refusals)
            order by volunteer_id
            on conflict (volunteer_id) do update set
                asked_since = excluded.asked_since,
                asked = case when s.asked_since = excluded.asked_since then s.asked else 0 end + excluded.asked,
                helped_at = array(
                    select at from unnest(s.helped_at || excluded.helped_at) as h(at)
                    where at > $3::timestamptz order by at),
                last_helped_at = coalesce(excluded.last_helped_at, s.last_helped_at),
                ratings = s.ratings + excluded.ratings,
                stars = s.stars + excluded.stars,
                refusals = case when s.volunteer_id = any($10::uuid[]) then 0 else s.refusals end + excluded.refusals,
                changed_at = excluded.changed_at
            returning s.volunteer_id,
            """ + COLUMNS;

    private final Sql sql;

    Standings(Sql sql) {
        this.sql = sql;
    }

    static Standing of(SqlRow row, int from) {
        if (row.isNull(from)) return Standing.NEW;
        return new Standing(
                row.instant(from),
                row.integer(from + 1),
                row.texts(from + 2).stream()
                        .map(at -> OffsetDateTime.parse(at).toInstant())
                        .toList(),
                row.instantOrNull(from + 3),
                row.integer(from + 4),
                row.integer(from + 5),
                row.integer(from + 6));
    }

    /** Counts on, and says how everybody concerned now stands. */
    Uni<Map<UUID, Standing>> count(Collection<Tally> tallies, Instant now) {
        return sql.query(
                        COUNT,
                        AlertLimits.since(now),
                        now,
                        now.minus(Standing.LATELY),
                        tallies.stream().map(tally -> tally.volunteerId).toArray(UUID[]::new),
                        column(tallies, tally -> tally.asked),
                        column(tallies, tally -> tally.helped),
                        column(tallies, tally -> tally.ratings),
                        column(tallies, tally -> tally.stars),
                        column(tallies, tally -> tally.refusals),
                        tallies.stream()
                                .filter(tally -> tally.accepted)
                                .map(tally -> tally.volunteerId)
                                .toArray(UUID[]::new))
                .map(Standings::byId);
    }

    private static Map<UUID, Standing> byId(List<SqlRow> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.uuid(0), row -> of(row, 1)));
    }

    private static Integer[] column(Collection<Tally> tallies, ToIntFunction<Tally> column) {
        return tallies.stream().mapToInt(column).boxed().toArray(Integer[]::new);
    }
}
