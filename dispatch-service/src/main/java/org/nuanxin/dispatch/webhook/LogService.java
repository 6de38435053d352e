package org.nuanxin.dispatch.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.webhook.delivery.DeliveryLog;
import org.nuanxin.dispatch.webhook.delivery.DeliveryLog.Delivery;
import org.nuanxin.dispatch.webhook.delivery.Sender;
import org.nuanxin.kit.problems.Commands;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** What those who keep a webhook can see and do about its messages. */
@ApplicationScoped
class LogService {
    private final Transactions transactions;
    private final Commands commands;
    private final WebhookService webhooks;
    private final DeliveryLog log;
    private final Sender sender;

    LogService(Transactions transactions, Commands commands, WebhookService webhooks, DeliveryLog log, Sender sender) {
        this.transactions = transactions;
        this.commands = commands;
        this.webhooks = webhooks;
        this.log = log;
        this.sender = sender;
    }

    Uni<List<Delivery>> newest(Actor actor, UUID webhook, @Nullable UUID after, int limit) {
        return webhooks.find(actor, webhook).chain(() -> transactions.read(() -> log.newest(webhook, after, limit)));
    }

    Uni<Delivery> redeliver(Actor actor, @Nullable String key, UUID webhook, UUID delivery) {
        return webhooks.find(actor, webhook)
                .invoke(found -> {
                    if (found.isDisabled()) throw new WebhookDisabled();
                })
                .chain(() -> commands.once(
                        actor.subject(), key, delivery, Delivery.class, now -> askAgain(webhook, delivery, now)));
    }

    private Uni<Delivery> askAgain(UUID webhook, UUID delivery, Instant now) {
        transactions.unit().afterCommit(sender::wake);
        return log.askAgain(webhook, delivery, now).map(found -> found.orElseThrow(NotFound::new));
    }
}
