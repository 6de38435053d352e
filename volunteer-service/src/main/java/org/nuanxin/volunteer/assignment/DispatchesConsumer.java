package org.nuanxin.volunteer.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;
import org.nuanxin.volunteer.offer.OfferInbox;
import org.nuanxin.volunteer.profile.Questions;

/** Brings in dispatch's words: first on offers, then on assignments, in one transaction. */
@ApplicationScoped
class DispatchesConsumer {
    private final Subscription<DispatchEvent> dispatches;

    DispatchesConsumer(Inbox inbox, OfferInbox offers, AssignmentInbox assignments, Questions questions) {
        this.dispatches = inbox.subscribe(
                DispatchEvent.class,
                (events, _) -> offers.take(events)
                        .chain(() -> assignments.take(events))
                        .chain(() -> questions.take(events)));
    }

    @Incoming("dispatches")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return dispatches.take(batch);
    }
}
