package org.nuanxin.volunteer.assignment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nuanxin.events.RequestEvent.RequestSubmitted;
import org.nuanxin.kit.identity.Caller;

/** Who helps, for the people a request concerns and for the staff of its place. */
@Path("/assignments/{requestId}/helper")
@Authenticated
public class HelperResource {
    private static final List<String> STAFF = List.of("building-leader", "grid-worker", "supervisor", "administrator");

    private final Caller caller;
    private final HelperViews helpers;

    HelperResource(Caller caller, HelperViews helpers) {
        this.caller = caller;
        this.helpers = helpers;
    }

    @GET
    public Uni<HelperView> helper(@PathParam("requestId") UUID requestId) {
        return helpers.of(requestId, concerned(), caller.language());
    }

    private Predicate<RequestSubmitted> concerned() {
        String subject = caller.subject();
        Set<String> held = STAFF.stream().anyMatch(caller::is) ? caller.places() : Set.of();
        return matter -> Stream.of(matter.resident(), matter.reporter(), String.valueOf(matter.beneficiary()))
                        .anyMatch(subject::equals)
                || !Collections.disjoint(matter.placePath(), held);
    }
}
