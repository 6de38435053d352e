package org.nuanxin.feedback.incoming;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.DirectoryEvent;
import org.nuanxin.feedback.directory.Directory;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Places and service types, as intake-service defines them. */
@ApplicationScoped
class DirectoryConsumer {
    private final Subscription<DirectoryEvent> directory;

    DirectoryConsumer(Inbox inbox, Directory directory) {
        this.directory = inbox.subscribe(DirectoryEvent.class, (events, now) -> directory.define(events));
    }

    @Incoming("directory")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return directory.take(batch);
    }
}
