package org.nuanxin.dispatch.volunteers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.nuanxin.dispatch.experience.AnswerBook.Kind;
import org.nuanxin.dispatch.experience.AnswerBook.Line;
import org.nuanxin.dispatch.experience.AnswerCounts;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.dispatch.experience.Experience.Answered;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The rows of how each volunteer answers, by kind of matter and hour of the day. */
@ApplicationScoped
class AnswerRows {
    /** How often, and what it counts for at the time of the change: what was answered long before, less. */
    private static final String COUNT = """
            insert into volunteer_answer as a
                (volunteer_id, service_type, hour, accepted, refused, silent,
                accepted_weight, refused_weight, silent_weight, changed_at)
            select volunteer_id, service_type, hour, accepted, refused, silent, accepted, refused, silent, $1::timestamptz
            from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[], $7::int[])
                as t(volunteer_id, service_type, hour, accepted, refused, silent)
            order by volunteer_id, service_type, hour
            on conflict (volunteer_id, service_type, hour) do update set
                (accepted, refused, silent, accepted_weight, refused_weight, silent_weight, changed_at) = (
                    select a.accepted + excluded.accepted, a.refused + excluded.refused, a.silent + excluded.silent,
                        coalesce(a.accepted_weight, a.accepted) * part + excluded.accepted,
                        coalesce(a.refused_weight, a.refused) * part + excluded.refused,
                        coalesce(a.silent_weight, a.silent) * part + excluded.silent, excluded.changed_at
                    from power(0.5::float8, extract(epoch from excluded.changed_at - a.changed_at)::float8 / $8::float8)
                        as age(part))
            returning
            """;

    private static final String COLUMNS = """
            a.volunteer_id, a.service_type, a.hour, coalesce(a.accepted_weight, a.accepted),
            coalesce(a.refused_weight, a.refused), coalesce(a.silent_weight, a.silent), a.changed_at
            """;
    private static final String SINCE = "select " + COLUMNS + " from volunteer_answer a where a.changed_at >= $1";

    private final Sql sql;

    AnswerRows(Sql sql) {
        this.sql = sql;
    }

    /** A line of the book, and what it counted for at some time. */
    record Row(Line line, AnswerCounts counts, Instant at) {
        static Row of(SqlRow row) {
            return new Row(
                    new Line(row.uuid(0), new Kind(row.text(1), row.integer(2))),
                    new AnswerCounts(row.real(3), row.real(4), row.real(5)),
                    row.instant(6));
        }
    }

    Uni<List<Row>> since(Instant then) {
        return sql.query(Row::of, SINCE, then);
    }

    /** Counts on, and says how the lines concerned now stand. */
    Uni<List<Row>> count(List<Experience> experiences, Instant now) {
        List<Row> news = news(experiences, now);
        if (news.isEmpty()) return Uni.createFrom().item(List.of());
        return sql.query(
                Row::of,
                COUNT + COLUMNS,
                now,
                news.stream().map(row -> row.line().volunteerId()).toArray(UUID[]::new),
                news.stream().map(row -> row.line().kind().serviceType()).toArray(String[]::new),
                column(news, row -> row.line().kind().hour()),
                column(news, row -> (int) row.counts().accepted()),
                column(news, row -> (int) row.counts().refused()),
                column(news, row -> (int) row.counts().silent()),
                (double) AnswerCounts.HALF_LIFE.toSeconds());
    }

    private static List<Row> news(List<Experience> experiences, Instant now) {
        Map<Line, AnswerCounts> counts = new HashMap<>();
        for (Experience experience : experiences) {
            if (!(experience instanceof Answered answered)) continue;
            Line line = new Line(answered.volunteerId(), Kind.of(answered.serviceType(), now));
            counts.put(line, counts.getOrDefault(line, AnswerCounts.NONE).and(answered.answer()));
        }
        return counts.entrySet().stream()
                .map(line -> new Row(line.getKey(), line.getValue(), now))
                .sorted(Comparator.comparing(row -> row.line().volunteerId()))
                .toList();
    }

    private static Integer[] column(List<Row> rows, ToIntFunction<Row> column) {
        return rows.stream().mapToInt(column).boxed().toArray(Integer[]::new);
    }
}
