package org.nuanxin.feedback.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** What residents ask, as intake-service says. */
@ApplicationScoped
class RequestConsumer {
    private final Subscription<RequestEvent> requests;

    RequestConsumer(Inbox inbox, MatterNews news) {
        this.requests = inbox.subscribe(
                RequestEvent.class, (events, now) -> news.tell(events, RequestEvent::requestId, Matter::apply, now));
    }

    @Incoming("requests")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return requests.take(batch);
    }
}
