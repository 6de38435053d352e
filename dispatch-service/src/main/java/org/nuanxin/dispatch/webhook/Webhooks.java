package org.nuanxin.dispatch.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.dispatch.webhook.delivery.Secret;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;

/** The webhooks in the database. */
@ApplicationScoped
class Webhooks {
    private static final String ALL = """
            select webhook_id, owner, for_client, place_path, url, types, created_at, disabled_at from webhook
            """;
    private static final String INSERT = """
            insert into webhook (webhook_id, owner, for_client, place_path, url, types, created_at, secret)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private final Sql sql;

    Webhooks(Sql sql) {
        this.sql = sql;
    }

    Uni<List<Webhook>> all() {
        return sql.query(Webhooks::webhook, ALL + "order by webhook_id");
    }

    Uni<List<Webhook>> inUse() {
        return sql.query(Webhooks::webhook, ALL + "where disabled_at is null");
    }

    Uni<Optional<Webhook>> find(UUID id) {
        return sql.query(Webhooks::webhook, ALL + "where webhook_id = $1", id)
                .map(found -> found.stream().findFirst());
    }

    Uni<Integer> countOf(String owner) {
        return sql.query(row -> row.integer(0), "select count(*) from webhook where owner = $1", owner)
                .map(List::getFirst);
    }

    Uni<Integer> add(Webhook webhook, Secret secret) {
        return sql.update(
                INSERT,
                webhook.id(),
                webhook.owner(),
                webhook.forClient(),
                Sql.texts(webhook.placePath()),
                webhook.url(),
                webhook.types().stream().map(Enum::name).toArray(String[]::new),
                webhook.createdAt(),
                secret.text());
    }

    /** With all its messages. */
    Uni<Integer> remove(UUID id) {
        return sql.update("delete from webhook where webhook_id = $1", id);
    }

    private static Webhook webhook(SqlRow row) {
        return new Webhook(
                row.uuid(0),
                row.text(1),
                row.bool(2),
                row.texts(3),
                row.text(4),
                row.texts(5).stream().map(MessageType::valueOf).toList(),
                row.instant(6),
                row.instantOrNull(7));
    }
}
