package org.nuanxin.dispatch.volunteers;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.nuanxin.events.PositionEvent;
import org.nuanxin.events.PositionEvent.PositionChanged;
import org.nuanxin.events.VolunteerEvent;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;
import org.nuanxin.kit.inbox.Inbox;
import org.nuanxin.kit.inbox.Subscription;

/** Brings what volunteer-service says of volunteers and of where they are. */
@ApplicationScoped
class VolunteersConsumer {
    private final Volunteers volunteers;
    private final VolunteerReader reader;
    private final Subscription<VolunteerEvent> profiles;
    private final Subscription<PositionEvent> positions;

    VolunteersConsumer(Volunteers volunteers, VolunteerReader reader, Inbox inbox) {
        this.volunteers = volunteers;
        this.reader = reader;
        this.profiles = inbox.subscribe(VolunteerEvent.class, this::change);
        this.positions = inbox.subscribe(PositionEvent.class, this::move);
    }

    @Incoming("volunteers")
    Uni<Void> onProfiles(ConsumerRecords<String, String> batch) {
        return profiles.take(batch);
    }

    @Incoming("positions")
    Uni<Void> onPositions(ConsumerRecords<String, String> batch) {
        return positions.take(batch);
    }

    private Uni<Void> change(List<VolunteerEvent> events, Instant now) {
        List<VolunteerChanged> changed =
                events.stream().map(VolunteerChanged.class::cast).toList();
        return volunteers
                .change(changed, now)
                .chain(() -> remember(changed.stream().map(VolunteerChanged::volunteerId)));
    }

    private Uni<Void> move(List<PositionEvent> events, Instant now) {
        List<PositionChanged> moved =
                events.stream().map(PositionChanged.class::cast).toList();
        return volunteers.move(moved, now).chain(() -> remember(moved.stream().map(PositionChanged::volunteerId)));
    }

    private Uni<Void> remember(Stream<UUID> ids) {
        return reader.readAgain(ids.collect(Collectors.toSet()));
    }
}
