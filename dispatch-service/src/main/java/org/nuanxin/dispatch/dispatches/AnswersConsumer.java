package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.dispatch.handling.Input;
import org.nuanxin.events.AnswerEvent;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Brings what volunteers and other holders say; the engine says its word on each. */
@ApplicationScoped
class AnswersConsumer {
    private final DispatchService dispatch;
    private final Subscription<AnswerEvent> subscription;

    AnswersConsumer(DispatchService dispatch, Inbox inbox) {
        this.dispatch = dispatch;
        this.subscription = inbox.subscribe(AnswerEvent.class, this::take);
    }

    @Incoming("answers")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return subscription.take(batch);
    }

    private Uni<Void> take(List<AnswerEvent> events, Instant now) {
        return dispatch.take(
                events.stream()
                        .map(event -> new Happening(event.requestId(), new Input.Answered(event)))
                        .toList(),
                now);
    }
}
