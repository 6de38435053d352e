package org.nuanxin.intake.progress;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.DispatchEvent;
import org.nuanxin.events.Event;
import org.nuanxin.events.RatingEvent;
import org.nuanxin.events.RatingEvent.FollowUpRecorded;
import org.nuanxin.events.RatingEvent.ReopeningAsked;
import org.nuanxin.events.RatingEvent.RequestRated;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;
import org.nuanxin.kit.timeline.Timeline;

/** Brings what dispatch and feedback say into the progress and the timeline of each request. */
@ApplicationScoped
class ProgressConsumer {
    private final Subscription<DispatchEvent> dispatches;
    private final Subscription<RatingEvent> ratings;
    private final Progresses progresses;
    private final Timeline timeline;

    ProgressConsumer(Inbox inbox, Progresses progresses, Timeline timeline) {
        this.dispatches = inbox.subscribe(DispatchEvent.class, this::onDispatches);
        this.ratings = inbox.subscribe(RatingEvent.class, this::onRatings);
        this.progresses = progresses;
        this.timeline = timeline;
    }

    @Incoming("dispatches")
    Uni<Void> dispatches(ConsumerRecords<String, String> batch) {
        return dispatches.take(batch);
    }

    @Incoming("ratings")
    Uni<Void> ratings(ConsumerRecords<String, String> batch) {
        return ratings.take(batch);
    }

    private Uni<Void> onDispatches(List<DispatchEvent> events, Instant now) {
        return follow(events, DispatchEvent::requestId, Progress::apply);
    }

    private Uni<Void> onRatings(List<RatingEvent> events, Instant now) {
        return follow(events, RatingEvent::requestId, ProgressConsumer::apply);
    }

    private static void apply(Progress progress, RatingEvent event) {
        switch (event) {
            case RequestRated rated -> progress.apply(rated);
            case ReopeningAsked _, FollowUpRecorded _ -> {} // dispatch says what comes of them
        }
    }

    private <E extends Event> Uni<Void> follow(
            List<E> events, Function<E, UUID> request, BiConsumer<Progress, E> apply) {
        return progresses
                .lock(events.stream().map(request).collect(Collectors.toSet()))
                .call(known -> tell(events.stream()
                        .filter(event -> known.containsKey(request.apply(event)))
                        .toList()))
                .invoke(known -> events.forEach(event -> apply(known, request.apply(event), event, apply)))
                .chain(progresses::write)
                .replaceWithVoid();
    }

    private static <E> void apply(Map<UUID, Progress> known, UUID request, E event, BiConsumer<Progress, E> apply) {
        Progress progress = known.get(request);
        if (progress != null) {
            apply.accept(progress, event);
        }
    }

    private Uni<Void> tell(List<? extends Event> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> timeline.add(event.subject(), event))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
