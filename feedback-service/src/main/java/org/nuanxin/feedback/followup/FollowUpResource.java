package org.nuanxin.feedback.followup;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.transactions.Transactions;

/** The calls and visits that staff owe the residents of their places. */
@Path("/follow-ups")
@RolesAllowed({"building-leader", "grid-worker", "supervisor"})
public class FollowUpResource {
    private final Transactions transactions;
    private final FollowUps followUps;
    private final FollowUpService service;
    private final Caller caller;

    FollowUpResource(Transactions transactions, FollowUps followUps, FollowUpService service, Caller caller) {
        this.transactions = transactions;
        this.followUps = followUps;
        this.service = service;
        this.caller = caller;
    }

    /**
     * Follow-ups of the caller's places, oldest first.
     *
     * @param mine only those the caller may do: not where they were the handler
     * @param done those that have an outcome, instead of those that wait for one
     */
    @GET
    public Uni<Response> list(
            @QueryParam("mine") boolean mine,
            @QueryParam("done") boolean done,
            @QueryParam("after") @Nullable UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            UriInfo uri) {
        String notOf = mine ? caller.subject() : null;
        return transactions
                .read(() -> followUps.of(caller.places(), notOf, !done, after, limit))
                .map(page -> page(page, limit, uri));
    }

    @PUT
    @Path("{id}/outcome")
    public Uni<FollowUpView> record(@PathParam("id") UUID id, @NotNull @Valid FollowUpFinding finding) {
        return service.record(id, finding, caller.subject(), caller.places());
    }

    private static Response page(List<FollowUpView> page, int limit, UriInfo uri) {
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.size() == limit) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam("after", page.getLast().id()))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}
