package org.nuanxin.dispatch.webhook.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Loop;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;

/** What a webhook was sent, as its keeper sees it. */
@ApplicationScoped
public class DeliveryLog {
    private static final String VIEW =
            "delivery_id, type, created_at, state, attempts, status, failure, last_attempt_at, due_at";
    private static final String NEWEST = "select " + VIEW + """
             from webhook_delivery where webhook_id = $1 and ($2::uuid is null or delivery_id < $2)
            order by delivery_id desc limit $3
            """;
    private static final String ASK_AGAIN = """
            update webhook_delivery set state = 'PENDING', due_at = $3, tries = 0
            where webhook_id = $1 and delivery_id = $2 returning
            """ + VIEW;
    // ids begin with the time, so the oldest are found by the primary key
    private static final String FORGET = "delete from webhook_delivery where due_at is null and delivery_id < $1";

    /**
     * One message and what became of it so far.
     *
     * @param id what stands in its header {@code webhook-id}
     * @param status of the last answer
     * @param failure code of why there was no answer at the last attempt
     */
    public record Delivery(
            UUID id,
            String type,
            Instant createdAt,
            State state,
            int attempts,
            @Nullable Integer status,
            @Nullable String failure,
            @Nullable Instant lastAttemptAt,
            @Nullable Instant nextAttemptAt) {}

    private final Sql sql;
    private final Loop cleaning;

    DeliveryLog(Sql sql, Transactions transactions, DeliverySettings settings, Vertx vertx) {
        this.sql = sql;
        this.cleaning = Loop.forgetting("webhook log", vertx, transactions, settings.keepLog(), this::forgetBefore);
    }

    void start(@Observes StartupEvent event) {
        cleaning.start();
    }

    void stop(@Observes ShutdownEvent event) {
        cleaning.stop(() -> {});
    }

    /** @param after the last one seen, null for the first page */
    public Uni<List<Delivery>> newest(UUID webhook, @Nullable UUID after, int limit) {
        return sql.query(DeliveryLog::delivery, NEWEST, webhook, after, limit);
    }

    /** Lets a message be sent again, whatever became of it; it keeps its id. */
    public Uni<Optional<Delivery>> askAgain(UUID webhook, UUID delivery, Instant now) {
        return sql.query(DeliveryLog::delivery, ASK_AGAIN, webhook, delivery, now)
                .map(found -> found.stream().findFirst());
    }

    /** Messages that are over, and were written before then. */
    Uni<Integer> forgetBefore(Instant then) {
        return sql.update(FORGET, new UUID(then.toEpochMilli() << 16, 0));
    }

    private static Delivery delivery(SqlRow row) {
        return new Delivery(
                row.uuid(0),
                row.text(1),
                row.instant(2),
                State.valueOf(row.text(3)),
                row.integer(4),
                row.integerOrNull(5),
                row.textOrNull(6),
                row.instantOrNull(7),
                row.instantOrNull(8));
    }
}
