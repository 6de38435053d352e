package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Brings what residents ask, put right and take back. */
@ApplicationScoped
class RequestEventsConsumer {
    private final DispatchService dispatch;
    private final Subscription<RequestEvent> subscription;

    RequestEventsConsumer(DispatchService dispatch, Inbox inbox) {
        this.dispatch = dispatch;
        this.subscription = inbox.subscribe(RequestEvent.class, this::take);
    }

    @Incoming("requests")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return subscription.take(batch);
    }

    private Uni<Void> take(List<RequestEvent> events, Instant now) {
        return dispatch.take(
                events.stream()
                        .map(event -> new Happening(event.requestId(), new Input.Asked(event)))
                        .toList(),
                now);
    }
}
