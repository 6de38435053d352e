package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.kit.identity.Caller;

/** What supervisors do to the clocks of a request, and how they answer what is asked of them. */
@Path("/dispatches/{requestId}")
@RolesAllowed("supervisor")
class ClockResource {
    private static final int LONGEST = 500;

    private final DispatchService dispatch;
    private final DispatchViews views;
    private final Rights rights;
    private final Caller caller;

    ClockResource(DispatchService dispatch, DispatchViews views, Rights rights, Caller caller) {
        this.dispatch = dispatch;
        this.views = views;
        this.rights = rights;
        this.caller = caller;
    }

    public record Pausing(
            @NotNull PauseReason reason, @NotNull Instant until) {}

    public record Extending(
            @NotNull Instant until,
            @NotBlank @Size(max = LONGEST) String reason) {}

    /** {@code until} where it is granted to another end than was asked for. */
    public record Granting(@Nullable Instant until) {}

    public record Rebasing(@NotBlank @Size(max = LONGEST) String reason) {}

    @PUT
    @Path("pause")
    public Uni<DispatchView> pause(UUID requestId, @NotNull @Valid Pausing body) {
        return obey(requestId, new Command.Pause(body.reason(), body.until(), caller.subject()));
    }

    @DELETE
    @Path("pause")
    public Uni<DispatchView> resume(UUID requestId) {
        return obey(requestId, new Command.Resume(caller.subject()));
    }

    @PUT
    @Path("pause-request/approval")
    public Uni<DispatchView> grantPause(UUID requestId, @NotNull @Valid Granting body) {
        return obey(requestId, new Command.GrantPause(body.until(), caller.subject()));
    }

    @PUT
    @Path("pause-request/rejection")
    public Uni<DispatchView> denyPause(UUID requestId) {
        return obey(requestId, new Command.DenyPause(caller.subject()));
    }

    /** Approved at once, since a supervisor says it. */
    @PUT
    @Path("extension")
    public Uni<DispatchView> extend(UUID requestId, @NotNull @Valid Extending body) {
        return obey(requestId, new Command.Extend(body.until(), body.reason(), caller.subject()));
    }

    @PUT
    @Path("extension-request/approval")
    public Uni<DispatchView> grantExtension(UUID requestId, @NotNull @Valid Granting body) {
        return obey(requestId, new Command.GrantExtension(body.until(), caller.subject()));
    }

    @PUT
    @Path("extension-request/rejection")
    public Uni<DispatchView> denyExtension(UUID requestId) {
        return obey(requestId, new Command.DenyExtension(caller.subject()));
    }

    /** The running rounds take the newest policy. */
    @PUT
    @Path("rebase")
    public Uni<DispatchView> rebase(UUID requestId, @NotNull @Valid Rebasing body) {
        return obey(requestId, new Command.Rebase(body.reason(), caller.subject()));
    }

    private Uni<DispatchView> obey(UUID requestId, Command command) {
        return dispatch.obey(requestId, command, rights::mustHold).map(views::decided);
    }
}
