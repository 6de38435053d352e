package org.nuanxin.intake.following;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.intake.request.RequestReading;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.NotFound;

/** Refuses before the stream begins: the head of an event stream says 200 before its first event. */
public class StreamGuard {
    private final RequestReading reading;
    private final Caller caller;

    StreamGuard(RequestReading reading, Caller caller) {
        this.reading = reading;
        this.caller = caller;
    }

    @Guarded
    @ServerRequestFilter
    public Uni<Void> mayRead(UriInfo uri) {
        return reading.of(Reader.of(caller), id(uri)).replaceWithVoid();
    }

    private static UUID id(UriInfo uri) {
        try {
            return UUID.fromString(uri.getPathParameters().getFirst("id"));
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
