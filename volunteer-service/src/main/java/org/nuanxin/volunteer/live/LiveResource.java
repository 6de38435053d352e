package org.nuanxin.volunteer.live;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.timeline.Heartbeat;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timeline.TimelineEntry;

/** Server-sent events for the app of whoever is asked or holds something. */
@Path("/volunteers/me/live")
@Authenticated
public class LiveResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Caller caller;
    private final Timeline timeline;

    LiveResource(Caller caller, Timeline timeline) {
        this.caller = caller;
        this.timeline = timeline;
    }

    /** Everything after Last-Event-ID; without one, everything from now on. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(@HeaderParam("Last-Event-ID") @Nullable Long last, @Context Sse sse) {
        String stream = AppStream.of(caller.subject());
        Uni<Long> after =
                last == null ? timeline.head(stream) : Uni.createFrom().item(last);
        return after.onItem()
                .transformToMulti(seq ->
                        Heartbeat.beside(timeline.live(stream, seq).map(entry -> event(sse, entry)), heartbeats(sse)));
    }

    /** The first one says that the stream is open. */
    private static Multi<OutboundSseEvent> heartbeats(Sse sse) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(_ -> sse.newEventBuilder().comment("heartbeat").build());
    }

    private static OutboundSseEvent event(Sse sse, TimelineEntry entry) {
        return sse.newEventBuilder()
                .id(String.valueOf(entry.seq()))
                .name(entry.type())
                .data(String.class, entry.data())
                .build();
    }
}
