package org.nuanxin.dispatch.webhook.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The messages on their way. One that is taken is due again when its lease ends, so none is lost with the instance that sends it. */
@ApplicationScoped
public class Deliveries {
    // a webhook may have been deleted or disabled since it was looked up
    private static final String ADD = """
            insert into webhook_delivery (delivery_id, webhook_id, type, body, created_at, state, due_at)
            select m.delivery_id, m.webhook_id, m.type, m.body, $5, 'PENDING', $5
            from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as m(delivery_id, webhook_id, type, body)
            join webhook w using (webhook_id) where w.disabled_at is null
            """;
    // of each webhook only as many as it has room for, so that a slow one keeps nobody waiting
    private static final String TAKE = """
            with due as (
                select message.delivery_id, w.url, w.secret
                from webhook w
                left join unnest($4::uuid[], $5::int[]) as sending(webhook_id, messages) using (webhook_id)
                cross join lateral (
                    select d.delivery_id from webhook_delivery d
                    where d.webhook_id = w.webhook_id and d.due_at <= $1
                    order by d.due_at limit greatest($3 - coalesce(sending.messages, 0), 0)
                    for update skip locked) as message
                where w.disabled_at is null)
            update webhook_delivery d
            set due_at = $1 + $2 * interval '1 millisecond', last_attempt_at = $1,
                attempts = d.attempts + 1, tries = d.tries + 1
            from due where d.delivery_id = due.delivery_id
            returning d.delivery_id, d.webhook_id, d.attempts, d.tries, due.url, due.secret, d.body
            """;
    // a later attempt may have begun when the lease was over: then this one no longer counts
    private static final String SETTLE = """
            update webhook_delivery d set state = v.state, due_at = v.due_at, status = v.status, failure = v.failure
            from unnest($1::uuid[], $2::int[], $3::text[], $4::timestamptz[], $5::int[], $6::text[])
                as v(delivery_id, attempt, state, due_at, status, failure)
            where d.delivery_id = v.delivery_id and d.attempts = v.attempt and d.state = 'PENDING'
            """;
    private static final String DISABLE = """
            update webhook set disabled_at = $2 where webhook_id = any($1) and disabled_at is null
            """;
    private static final String GIVE_UP = """
            update webhook_delivery set state = 'GIVEN_UP', due_at = null where webhook_id = any($1) and due_at is not null
            """;
    private static final String NEXT = "select min(due_at) from webhook_delivery where due_at > $1";

    private final Sql sql;

    Deliveries(Sql sql) {
        this.sql = sql;
    }

    /** To be called in the transaction of what they tell of; {@link Sender#wake} after its commit saves up to a second. */
    public Uni<Integer> add(List<Message> messages, Instant now) {
        return sql.update(
                ADD,
                column(messages, Message::id, UUID[]::new),
                column(messages, Message::webhookId, UUID[]::new),
                column(messages, Message::type, String[]::new),
                column(messages, Message::body, String[]::new),
                now);
    }

    /** @param sending how many messages this instance is sending now, by webhook */
    Uni<List<Attempt>> take(Instant now, Duration lease, int atATime, Map<UUID, Integer> sending) {
        List<Map.Entry<UUID, Integer>> busy = List.copyOf(sending.entrySet());
        return sql.query(
                row -> attempt(row, now),
                TAKE,
                now,
                lease.toMillis(),
                atATime,
                column(busy, Map.Entry::getKey, UUID[]::new),
                column(busy, Map.Entry::getValue, Integer[]::new));
    }

    Uni<Integer> settle(List<Verdict> verdicts) {
        return sql.update(
                SETTLE,
                column(verdicts, verdict -> verdict.outcome().attempt().deliveryId(), UUID[]::new),
                column(verdicts, verdict -> verdict.outcome().attempt().number(), Integer[]::new),
                column(verdicts, verdict -> verdict.state().name(), String[]::new),
                column(verdicts, verdict -> Sql.timeOrNull(verdict.dueAt()), OffsetDateTime[]::new),
                column(verdicts, verdict -> verdict.outcome().status(), Integer[]::new),
                column(verdicts, verdict -> verdict.outcome().failure(), String[]::new));
    }

    /** Nothing more is sent to these. */
    Uni<Integer> retire(Collection<UUID> webhooks, Instant now) {
        return sql.update(DISABLE, Sql.uuids(webhooks), now)
                .chain(() -> sql.update(GIVE_UP, (Object) Sql.uuids(webhooks)));
    }

    /** When the next message will be due, apart from those that are. */
    Uni<Optional<Instant>> nextAfter(Instant now) {
        return sql.query(NEXT, now)
                .map(rows -> Optional.ofNullable(rows.getFirst().instantOrNull(0)));
    }

    private static Attempt attempt(SqlRow row, Instant now) {
        Secret secret = new Secret(row.text(5));
        return new Attempt(
                row.uuid(0), row.uuid(1), row.integer(2), row.integer(3), row.text(4), secret, row.text(6), now);
    }

    private static <T, C extends @Nullable Object> @Nullable C[] column(
            List<T> rows, Function<T, ? extends @Nullable C> of, IntFunction<@Nullable C[]> array) {
        return rows.stream().map(of).toArray(array);
    }
}
