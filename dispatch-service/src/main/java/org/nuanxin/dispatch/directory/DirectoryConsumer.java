package org.nuanxin.dispatch.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.DirectoryEvent;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Brings what intake-service says of places and service types. */
@ApplicationScoped
class DirectoryConsumer {
    private final Directory directory;
    private final Subscription<DirectoryEvent> subscription;

    DirectoryConsumer(Directory directory, Inbox inbox) {
        this.directory = directory;
        this.subscription = inbox.subscribe(DirectoryEvent.class, this::define);
    }

    @Incoming("directory")
    Uni<Void> on(ConsumerRecords<String, String> batch) {
        return subscription.take(batch);
    }

    private Uni<Void> define(List<DirectoryEvent> events, Instant now) {
        return directory
                .definePlaces(only(events, PlaceDefined.class))
                .chain(() -> directory.defineTypes(only(events, ServiceTypeDefined.class)));
    }

    private static <E> List<E> only(List<DirectoryEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
