package org.nuanxin.volunteer.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.DirectoryEvent;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Brings places and service types in. */
@ApplicationScoped
class DirectoryConsumer {
    private final Subscription<DirectoryEvent> entries;

    DirectoryConsumer(Inbox inbox, Directory directory) {
        this.entries = inbox.subscribe(DirectoryEvent.class, (events, _) -> directory.learn(events));
    }

    @Incoming("directory")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return entries.take(batch);
    }
}
