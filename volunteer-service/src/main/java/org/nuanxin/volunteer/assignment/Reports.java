package org.nuanxin.volunteer.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.events.DispatchEvent.ReportRejected;
import org.nuanxin.kit.transactions.Sql;

/** What holders have said of their assignments, as it is stored; everything runs in the current session. */
@ApplicationScoped
class Reports {
    private static final String SAY = """
            insert into report (request_id, subject, kind, basis, words, checks, photo_ids, by, at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (request_id, subject, kind) do update
            set basis = excluded.basis, words = excluded.words, checks = excluded.checks, photo_ids = excluded.photo_ids,
                by = excluded.by, at = excluded.at, rejected = null
            """;
    private static final String REJECT = """
            update report r set rejected = e.reason
            from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as e(request_id, subject, kind, reason)
            where r.request_id = e.request_id and r.subject = e.subject and r.kind = e.kind
            """;

    private final Sql sql;

    Reports(Sql sql) {
        this.sql = sql;
    }

    /** Whether it has been said of the assignment as it stands, and dispatch has not answered yet. */
    Uni<Boolean> isPending(Assignment assignment, Report report) {
        return sql.query(
                        "select 1 from report where request_id = $1 and subject = $2 and kind = $3 and basis = $4 and rejected is null",
                        assignment.requestId(),
                        assignment.holder().subject(),
                        report,
                        assignment.version())
                .map(found -> !found.isEmpty());
    }

    Uni<Void> say(Assignment assignment, Report report, Said said, String by, Instant now) {
        return sql.update(
                        SAY,
                        assignment.requestId(),
                        assignment.holder().subject(),
                        report,
                        assignment.version(),
                        said.words(),
                        Sql.texts(said.checks()),
                        Sql.uuids(said.photoIds()),
                        by,
                        now)
                .replaceWithVoid();
    }

    Uni<Void> reject(List<ReportRejected> rejections) {
        if (rejections.isEmpty()) return Uni.createFrom().voidItem();
        return sql.update(
                        REJECT,
                        rejections.stream().map(ReportRejected::requestId).toArray(UUID[]::new),
                        rejections.stream()
                                .map(rejected -> rejected.holder().subject())
                                .toArray(String[]::new),
                        rejections.stream().map(ReportRejected::report).toArray(String[]::new),
                        rejections.stream().map(ReportRejected::reason).toArray(String[]::new))
                .replaceWithVoid();
    }

    /** Why dispatch rejected it, if it did. */
    Uni<Optional<String>> rejection(String subject, UUID requestId, Report report) {
        return sql.query(
                        row -> Optional.ofNullable(row.textOrNull(0)),
                        "select rejected from report where request_id = $1 and subject = $2 and kind = $3",
                        requestId,
                        subject,
                        report)
                .map(found -> found.isEmpty() ? Optional.<String>empty() : found.getFirst());
    }
}
