package org.nuanxin.dispatch.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nuanxin.dispatch.webhook.delivery.Deliveries;
import org.nuanxin.dispatch.webhook.delivery.Message;
import org.nuanxin.dispatch.webhook.delivery.Sender;
import org.nuanxin.kit.transactions.Ids;
import org.nuanxin.kit.transactions.Transactions;
import org.nuanxin.kit.transactions.UnitOfWork;

/** Tells subscribers what has been decided. */
@ApplicationScoped
public class Messenger {
    /** As Standard Webhooks wants it. */
    record Payload(String type, Instant timestamp, Map<String, Object> data) {}

    private final Transactions transactions;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Sender sender;
    private final ObjectMapper json;

    Messenger(
            Transactions transactions,
            Subscriptions subscriptions,
            Deliveries deliveries,
            Sender sender,
            ObjectMapper json) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.sender = sender;
        this.json = json;
    }

    /**
     * Call it in the transaction that records the events: their messages are written there and then, in one statement, and are
     * sent, at least once each, if and only if it commits. Fails with IllegalStateException outside a transaction.
     */
    public Uni<Void> tell(Collection<News> news) {
        UnitOfWork unit = transactions.unit();
        return subscriptions.current().chain(known -> {
            List<Message> messages = known.isEmpty() ? List.of() : messages(news, known, unit.now());
            if (messages.isEmpty()) return Uni.createFrom().voidItem();
            unit.afterCommit(sender::wake);
            return deliveries.add(messages, unit.now()).replaceWithVoid();
        });
    }

    private List<Message> messages(Collection<News> news, List<Subscription> known, Instant now) {
        return news.stream()
                .flatMap(one -> Notices.of(one).stream())
                .flatMap(notice -> known.stream().flatMap(subscription -> messages(notice, subscription, now)))
                .toList();
    }

    private Stream<Message> messages(Notice notice, Subscription subscription, Instant now) {
        return subscription
                .messages(notice)
                .map(data -> new Message(
                        Ids.next(now),
                        subscription.webhookId(),
                        notice.type().word(),
                        write(new Payload(notice.type().word(), notice.at(), data))));
    }

    private String write(Payload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
