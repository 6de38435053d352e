package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.events.RatingEvent;
import org.nuanxin.events.RatingEvent.FollowUpRecorded;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Brings what residents say afterwards. Follow-ups change nothing about the handling. */
@ApplicationScoped
class RatingsConsumer {
    private final DispatchService dispatch;
    private final Subscription<RatingEvent> subscription;

    RatingsConsumer(DispatchService dispatch, Inbox inbox) {
        this.dispatch = dispatch;
        this.subscription = inbox.subscribe(RatingEvent.class, this::take);
    }

    @Incoming("ratings")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return subscription.take(batch);
    }

    private Uni<Void> take(List<RatingEvent> events, Instant now) {
        return dispatch.take(
                events.stream()
                        .filter(event -> !(event instanceof FollowUpRecorded))
                        .map(event -> new Happening(event.requestId(), new Input.Rated(event)))
                        .toList(),
                now);
    }
}
