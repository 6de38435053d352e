package org.nuanxin.volunteer.assignment;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.Holder;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** Assignments as they are stored; everything runs in the current session. */
@ApplicationScoped
class Assignments {
    private static final String SELECT = """
            select a.request_id, a.community, a.holder_kind, a.holder_id, a.subject, a.version, a.status, a.confirmed, a.at,
                   e.status, e.version
            from assignment a left join matter_end e using (request_id)
            """;
    private static final String SAY = """
            insert into assignment (request_id, subject, community, holder_kind, holder_id, version, status, confirmed, at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::text[],
                                 $8::boolean[], $9::timestamptz[])
            on conflict (request_id, subject) do update
            set holder_kind = excluded.holder_kind, holder_id = excluded.holder_id, version = excluded.version,
                status = excluded.status, confirmed = excluded.confirmed, at = excluded.at
            where assignment.version < excluded.version
            """;
    private static final String END = """
            insert into matter_end (request_id, version, status)
            select * from unnest($1::uuid[], $2::bigint[], $3::text[])
            on conflict (request_id) do update set version = excluded.version, status = excluded.status
            where matter_end.version < excluded.version
            """;
    private static final String HOLDING = """
            select distinct request_id, subject from assignment
            where request_id = any($1) and status in ('ASSIGNED', 'ON_THE_WAY', 'IN_PROGRESS', 'COMPLETED')
            """;

    private final Sql sql;

    Assignments(Sql sql) {
        this.sql = sql;
    }

    /** A subject that holds or held a request. */
    record HeldBy(UUID requestId, String subject) {}

    Uni<Optional<Assignment>> of(String subject, UUID requestId) {
        return sql.query(
                        Assignments::assignment,
                        SELECT + "where a.request_id = $1 and a.subject = $2",
                        requestId,
                        subject)
                .map(found -> found.stream().findFirst());
    }

    /** Locked until the transaction ends; read after the lock, so that it shows what who held it has written. */
    Uni<Optional<Assignment>> lock(String subject, UUID requestId) {
        return Sql.inOneTrip(
                sql.query(
                        "select from assignment where request_id = $1 and subject = $2 for update", requestId, subject),
                of(subject, requestId));
    }

    /** The newest first. */
    Uni<List<Assignment>> of(String subject, int limit) {
        return sql.query(
                Assignments::assignment, SELECT + "where a.subject = $1 order by a.at desc limit $2", subject, limit);
    }

    /** Whoever holds the request now, or completed it last. */
    Uni<Optional<Assignment>> helperOf(UUID requestId) {
        return sql.query(
                        Assignments::assignment,
                        SELECT + "where a.request_id = $1 order by a.version desc limit 1",
                        requestId)
                .map(found -> found.stream()
                        .filter(assignment -> assignment.status().isHeld()
                                || assignment.status().isDone())
                        .findFirst());
    }

    Uni<List<HeldBy>> holding(Collection<UUID> requestIds) {
        if (requestIds.isEmpty()) return Uni.createFrom().item(List.of());
        return sql.query(row -> new HeldBy(row.uuid(0), row.text(1)), HOLDING, (Object) Sql.uuids(requestIds));
    }

    /** The newest word on each assignment stays, in whatever order they come. */
    Uni<Void> say(List<Assignment> words) {
        if (words.isEmpty()) return Uni.createFrom().voidItem();
        Collection<Assignment> newest = words.stream()
                .collect(toMap(
                        word -> word.requestId() + word.holder().subject(),
                        word -> word,
                        maxBy(Comparator.comparingLong(Assignment::version)),
                        TreeMap::new))
                .values();
        return sql.update(
                        SAY,
                        newest.stream().map(Assignment::requestId).toArray(UUID[]::new),
                        texts(newest, word -> word.holder().subject()),
                        texts(newest, Assignment::community),
                        texts(newest, word -> word.holder().kind().name()),
                        texts(newest, word -> word.holder().id()),
                        newest.stream().map(Assignment::version).toArray(Long[]::new),
                        texts(newest, word -> word.status().name()),
                        newest.stream().map(Assignment::confirmed).toArray(Boolean[]::new),
                        Sql.times(newest.stream().map(Assignment::at).toList()))
                .replaceWithVoid();
    }

    /** The newest end of each request stays. */
    Uni<Void> end(List<DispatchEvent> ends) {
        if (ends.isEmpty()) return Uni.createFrom().voidItem();
        Collection<DispatchEvent> newest = ends.stream()
                .collect(toMap(
                        DispatchEvent::requestId,
                        end -> end,
                        maxBy(Comparator.comparingLong(DispatchEvent::version)),
                        TreeMap::new))
                .values();
        return sql.update(
                        END,
                        newest.stream().map(DispatchEvent::requestId).toArray(UUID[]::new),
                        newest.stream().map(DispatchEvent::version).toArray(Long[]::new),
                        newest.stream()
                                .map(AssignmentWord::end)
                                .map(String::valueOf)
                                .toArray(String[]::new))
                .replaceWithVoid();
    }

    private static Assignment assignment(SqlRow row) {
        Assignment assignment = new Assignment(
                row.uuid(0),
                row.text(1),
                new Holder(Holder.Kind.valueOf(row.text(2)), row.text(3), row.text(4)),
                row.longValue(5),
                AssignmentStatus.valueOf(row.text(6)),
                row.bool(7),
                row.instant(8));
        return row.isNull(9) ? assignment : assignment.ended(AssignmentStatus.valueOf(row.text(9)), row.longValue(10));
    }

    private static String[] texts(Collection<Assignment> words, Function<Assignment, String> column) {
        return words.stream().map(column).toArray(String[]::new);
    }
}
