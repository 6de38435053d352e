package org.nuanxin.feedback.followup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.feedback.matter.Completion;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** All follow-ups; one a completion at most. */
@ApplicationScoped
class FollowUps {
    private static final String PLAN = """
            insert into follow_up
                (follow_up_id, request_id, completion_version, cause, community, service_type, place_path, handler, asked_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (request_id, completion_version) do nothing
            """;
    private static final String HELD = "select " + FollowUpView.COLUMNS + """

            from follow_up f
            left join rating r on r.request_id = f.request_id and r.completion_version = f.completion_version
            where f.place_path && $1 and ($2::text is null or f.handler <> $2) and (f.outcome is null) = $3
                and ($4::uuid is null or f.follow_up_id > $4)
            order by f.follow_up_id
            limit $5
            """;

    private final Transactions transactions;
    private final Sql sql;

    FollowUps(Transactions transactions, Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    Uni<Void> plan(Matter matter, Completion completion, FollowUpCause cause, Instant now) {
        return sql.update(
                        PLAN,
                        Ids.next(now),
                        matter.requestId(),
                        completion.completionVersion(),
                        cause,
                        matter.community(),
                        matter.serviceType(),
                        Sql.texts(matter.placePath()),
                        completion.handler(),
                        now)
                .replaceWithVoid();
    }

    Uni<FollowUp> locked(UUID id) {
        return transactions
                .session()
                .chain(session -> session.find(FollowUp.class, id, LockModeType.PESSIMISTIC_WRITE))
                .onItem()
                .ifNull()
                .failWith(NotFound::new);
    }

    /**
     * Those of the places, oldest first.
     *
     * @param notOf leaves out those whose handler this subject was
     */
    Uni<List<FollowUpView>> of(
            Set<String> places, @Nullable String notOf, boolean open, @Nullable UUID after, int limit) {
        return sql.query(FollowUpView::of, HELD, Sql.texts(places), notOf, open, after, limit);
    }

    Uni<FollowUpView> view(UUID id) {
        return sql.query(
                        FollowUpView::of,
                        "select " + FollowUpView.COLUMNS
                                + " from follow_up f left join rating r using (request_id, completion_version) where f.follow_up_id = $1",
                        id)
                .map(List::getFirst);
    }
}
