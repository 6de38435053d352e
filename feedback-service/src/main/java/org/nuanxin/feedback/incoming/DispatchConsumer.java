package org.nuanxin.feedback.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** What became of requests, as dispatch-service says. */
@ApplicationScoped
class DispatchConsumer {
    private final Subscription<DispatchEvent> dispatches;

    DispatchConsumer(Inbox inbox, MatterNews news) {
        this.dispatches = inbox.subscribe(
                DispatchEvent.class, (events, now) -> news.tell(events, DispatchEvent::requestId, Matter::apply, now));
    }

    @Incoming("dispatches")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return dispatches.take(batch);
    }
}
