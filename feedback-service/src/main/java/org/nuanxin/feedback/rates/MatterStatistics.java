package org.nuanxin.feedback.rates;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.Names;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** Counts matters; what each number means stands at {@link Counts}. */
@ApplicationScoped
class MatterStatistics {
    private static final String COUNT = """
            with counted as (
                select <key> as key, m.*, r.solved, r.score, m.status in ('COMPLETED', 'CLOSED') as done
                from matter m
                left join lateral (
                    select solved, score from rating r
                    where r.request_id = m.request_id
                    order by completion_version desc limit 1) r on true
                where m.submitted_at is not null
                    and ($1::text is null or m.place_path @> array[$1])
                    and ($2::text[] is null or m.place_path && $2)
                    and ($3::text is null or m.service_type = $3)
                    and ($4::timestamptz is null or m.submitted_at >= $4)
                    and ($5::timestamptz is null or m.submitted_at < $5)),
            figures as (
                select key, grouping(key) as total,
                    count(*) as submitted,
                    count(*) filter (where status = 'WITHDRAWN') as withdrawn,
                    count(*) filter (where status = 'WITHDRAWN' and answered_at is null) as withdrawn_unanswered,
                    count(*) filter (where status = 'REFERRED') as referred,
                    count(*) filter (where status = 'DECLINED') as declined,
                    count(*) filter (where answered_at is not null) as answered,
                    count(*) filter (where answered_in_time) as answered_in_time,
                    count(*) filter (where completion_version is not null) as completed,
                    count(*) filter (where done or closure_breached) as due,
                    count(*) filter (where done and completed_in_time) as completed_in_time,
                    count(*) filter (where done and completed_in_time and extended) as extended,
                    count(*) filter (where solved is not null) as rated,
                    count(*) filter (where solved = 'YES') as solved,
                    count(*) filter (where score >= 4) as satisfied
                from counted
                group by grouping sets ((key), ()))
            select f.*, d.name_zh, d.name_en
            from figures f
            left join directory d on d.key = $6 || f.key
            order by f.total, f.key
            """;

    private final Sql sql;

    MatterStatistics(Sql sql) {
        this.sql = sql;
    }

    /** The groups by their keys, and last all together. */
    Uni<List<RatesView.Row>> count(RatesQuery query) {
        Set<String> held = query.held();
        return sql.query(
                MatterStatistics::row,
                COUNT.replace("<key>", query.by().key()),
                query.place(),
                held == null ? null : Sql.texts(held),
                query.type(),
                query.period().from(),
                query.period().to(),
                query.by().directoryPrefix());
    }

    private static RatesView.Row row(SqlRow row) {
        @Nullable String key = row.integer(1) == 1 ? null : row.text(0);
        @Nullable Names name = row.isNull(16) ? null : new Names(row.text(16), row.text(17));
        return RatesView.Row.of(key, name, counts(row));
    }

    private static Counts counts(SqlRow row) {
        return new Counts(
                row.longValue(2),
                row.longValue(3),
                row.longValue(4),
                row.longValue(5),
                row.longValue(6),
                row.longValue(7),
                row.longValue(8),
                row.longValue(9),
                row.longValue(10),
                row.longValue(11),
                row.longValue(12),
                row.longValue(13),
                row.longValue(14),
                row.longValue(15));
    }
}
