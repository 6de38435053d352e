package org.nuanxin.intake.following;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.request.Request;
import org.nuanxin.intake.request.RequestReading;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.kit.timeline.Heartbeat;
import org.nuanxin.kit.timeline.Timeline;

/** Everything that happened to a request, for whoever may read it. */
@Path("/requests/{id}")
@Tag(name = "requests")
@Authenticated
public class FollowingResource {
    private static final long BEFORE_ALL = -1;
    private static final int PAGE = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final RequestReading reading;
    private final Timeline timeline;
    private final Entries entries;
    private final Caller caller;

    FollowingResource(RequestReading reading, Timeline timeline, Entries entries, Caller caller) {
        this.reading = reading;
        this.timeline = timeline;
        this.entries = entries;
        this.caller = caller;
    }

    @GET
    @Path("/timeline")
    @Operation(summary = "Everything that happened, oldest first.", description = "More of it behind Link rel=next.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Entry.class)))
    public Uni<Response> timeline(UUID id, @QueryParam("after") @Nullable String after) {
        Reader reader = Reader.of(caller);
        long last = number("after", after);
        return reading.of(reader, id)
                .chain(known -> timeline.entries(id.toString(), Math.max(last, 0), PAGE)
                        .map(found -> Stream.concat(
                                        begin(known.request(), reader, last).stream(),
                                        found.stream().map(entry -> entries.of(entry, known.request(), reader)))
                                .toList()))
                .map(found -> page(id, found));
    }

    @GET
    @Path("/live")
    @Guarded
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Everything that happened and happens, as server-sent events.",
            description =
                    "Last-Event-ID goes on where a stream broke off; a comment every 15 seconds says that it is alive.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = Entry.class)))
    public Multi<OutboundSseEvent> live(
            UUID id, @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        Reader reader = Reader.of(caller);
        long last = number("Last-Event-ID", lastEventId);
        return reading.of(reader, id)
                .onItem()
                .transformToMulti(known -> Heartbeat.beside(
                        entries(known.request(), reader, last).map(entry -> event(sse, entry)), heartbeat(sse)));
    }

    private Multi<Entry> entries(Request request, Reader reader, long last) {
        Multi<Entry> later = timeline.live(request.id().toString(), Math.max(last, 0))
                .map(entry -> entries.of(entry, request, reader));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().iterable(begin(request, reader, last)), later);
    }

    private List<Entry> begin(Request request, Reader reader, long last) {
        return last < 0 ? List.of(entries.submission(request, reader)) : List.of();
    }

    private static Multi<OutboundSseEvent> heartbeat(Sse sse) {
        return Multi.createFrom()
                .ticks()
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(_ -> sse.newEventBuilder().comment("").build());
    }

    private static OutboundSseEvent event(Sse sse, Entry entry) {
        return sse.newEventBuilder()
                .id(String.valueOf(entry.seq()))
                .name(entry.type())
                .data(Entry.class, entry)
                .build();
    }

    private static Response page(UUID id, List<Entry> found) {
        Response.ResponseBuilder answer = Response.ok(found);
        if (found.size() >= PAGE) {
            answer.header(
                    "Link",
                    "</requests/" + id + "/timeline?after=" + found.getLast().seq() + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static long number(String field, @Nullable String value) {
        try {
            return value == null || value.isEmpty() ? BEFORE_ALL : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw Invalid.field(field, FollowingResource.class, "NoNumber");
        }
    }
}
