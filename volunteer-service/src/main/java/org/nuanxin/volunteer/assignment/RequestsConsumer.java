package org.nuanxin.volunteer.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Brings in what holders must know of a request: its type, its checks, whose it is. */
@ApplicationScoped
class RequestsConsumer {
    private final Subscription<RequestEvent> requests;

    RequestsConsumer(Inbox inbox, Matters matters) {
        this.requests = inbox.subscribe(RequestEvent.class, (events, _) -> matters.learn(events));
    }

    @Incoming("requests")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return requests.take(batch);
    }
}
