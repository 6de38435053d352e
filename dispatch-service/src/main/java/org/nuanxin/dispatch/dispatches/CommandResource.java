package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.events.DispatchEvent.ConfirmedBy;
import org.nuanxin.events.Holder;
import org.nuanxin.events.Urgency;
import org.nuanxin.kit.identity.Caller;

/** What responsible people do to a request by hand. Each answers with the request as it then is. */
@Path("/dispatches/{requestId}")
@RolesAllowed("supervisor")
class CommandResource {
    private static final int LONGEST = 500;

    private final DispatchService dispatch;
    private final Assignees assignees;
    private final DispatchViews views;
    private final Rights rights;
    private final Caller caller;

    CommandResource(DispatchService dispatch, Assignees assignees, DispatchViews views, Rights rights, Caller caller) {
        this.dispatch = dispatch;
        this.assignees = assignees;
        this.views = views;
        this.rights = rights;
        this.caller = caller;
    }

    /** Who is to hold it: {@code volunteer}, {@code staff} or {@code partner}, and their id. */
    public record Assignee(
            @NotNull Holder.Kind kind, @NotBlank String id) {}

    /** {@code confirmedBy} where the person has said yes. */
    public record Assigning(
            @NotNull @Valid Assignee assignee, @Nullable ConfirmedBy confirmedBy) {}

    public record Prioritising(@NotNull Urgency urgency) {}

    /** Why it is not handled here, and where to turn. */
    public record TurningAway(
            @NotBlank @Size(max = LONGEST) String reason,
            @NotBlank @Size(max = LONGEST) String where) {}

    @PUT
    @Path("assignment")
    @RolesAllowed({"building-leader", "grid-worker", "supervisor"})
    public Uni<DispatchView> assign(UUID requestId, @NotNull @Valid Assigning body) {
        rights.mustBeAbleToGiveTo(body.assignee().id());
        return dispatch.look(requestId, rights::mustHold)
                .chain(() ->
                        assignees.holder(body.assignee().kind(), body.assignee().id()))
                .chain(holder -> obey(requestId, new Command.Assign(holder, body.confirmedBy(), caller.subject())));
    }

    @PUT
    @Path("priority")
    public Uni<DispatchView> prioritise(UUID requestId, @NotNull @Valid Prioritising body) {
        return obey(requestId, new Command.Prioritise(body.urgency(), caller.subject()));
    }

    @PUT
    @Path("referral")
    public Uni<DispatchView> refer(UUID requestId, @NotNull @Valid TurningAway body) {
        return obey(requestId, new Command.Refer(body.reason(), body.where(), caller.subject()));
    }

    @PUT
    @Path("refusal")
    public Uni<DispatchView> decline(UUID requestId, @NotNull @Valid TurningAway body) {
        return obey(requestId, new Command.Decline(body.reason(), body.where(), caller.subject()));
    }

    private Uni<DispatchView> obey(UUID requestId, Command command) {
        return dispatch.obey(requestId, command, rights::mustHold).map(views::decided);
    }
}
