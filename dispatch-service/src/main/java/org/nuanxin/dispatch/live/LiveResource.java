package org.nuanxin.dispatch.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.directory.Directory;
import org.nuanxin.dispatch.dispatches.Boards;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.timeline.TimelineEntry;
import org.nuanxin.kit.transactions.Transactions;

/** What happens to the requests of the caller's places, as it happens; {@code Last-Event-ID} goes on where it broke off. */
@Path("/live")
@RolesAllowed({"building-leader", "grid-worker", "supervisor"})
class LiveResource {
    private final Transactions transactions;
    private final Directory directory;
    private final Visibility visibility;
    private final Timeline timeline;
    private final Caller caller;

    LiveResource(
            Transactions transactions, Directory directory, Visibility visibility, Timeline timeline, Caller caller) {
        this.transactions = transactions;
        this.directory = directory;
        this.visibility = visibility;
        this.timeline = timeline;
        this.caller = caller;
    }

    private record Told(String community, TimelineEntry entry) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> live(@HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        Set<String> places = caller.places();
        Position told = Position.parse(lastEventId);
        return transactions
                .read(() -> directory.communitiesOf(places))
                .chain(communities -> start(communities, told))
                .onItem()
                .transformToMulti(start -> events(start, places, sse));
    }

    /** Boards the caller has not read before are read from now on. */
    private Uni<Position> start(List<String> communities, Position told) {
        Uni<Position> start = Uni.createFrom().item(new Position(Map.of()));
        for (String community : communities) {
            Long read = told.read().get(community);
            start = start.chain(position -> (read == null
                            ? timeline.head(Boards.timelineOf(community))
                            : Uni.createFrom().item(read))
                    .map(seq -> position.at(community, seq)));
        }
        return start;
    }

    private Multi<OutboundSseEvent> events(Position start, Set<String> places, Sse sse) {
        AtomicReference<Position> position = new AtomicReference<>(start);
        Multi<OutboundSseEvent> happening = boards(start)
                .onItem()
                .transformToUniAndConcatenate(told ->
                        visibility.of(told.entry(), places).map(visible -> visible ? List.of(told) : List.<Told>of()))
                .onItem()
                .<Told>disjoint()
                .map(told -> event(sse, told, position));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(listening(sse, start)), happening);
    }

    /** All of them at once, however many: none of them ever ends and lets another one in. */
    private Multi<Told> boards(Position start) {
        return Multi.createBy()
                .merging()
                .withConcurrency(Math.max(1, start.read().size()))
                .streams(start.read().entrySet().stream()
                        .map(board -> board(board.getKey(), board.getValue()))
                        .toList());
    }

    private Multi<Told> board(String community, long after) {
        return timeline.live(Boards.timelineOf(community), after).map(entry -> new Told(community, entry));
    }

    /** Tells at once from where the stream goes on, also where nothing happens yet. */
    private static OutboundSseEvent listening(Sse sse, Position start) {
        return sse.newEventBuilder()
                .id(start.text())
                .name("Listening")
                .data("{}")
                .build();
    }

    private static OutboundSseEvent event(Sse sse, Told told, AtomicReference<Position> position) {
        TimelineEntry entry = told.entry();
        Position now = position.updateAndGet(before -> before.at(told.community(), entry.seq()));
        return sse.newEventBuilder()
                .id(now.text())
                .name(entry.type())
                .data(entry.data())
                .build();
    }
}
