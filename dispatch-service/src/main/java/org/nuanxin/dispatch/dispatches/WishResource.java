package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.events.Appointment;
import org.nuanxin.events.DispatchEvent.PauseReason;
import org.nuanxin.kit.identity.Caller;

/** What whoever holds a request asks for: more time of a supervisor, another appointment of the resident. */
@Path("/dispatches/{requestId}")
@RolesAllowed({"volunteer", "building-leader", "grid-worker", "supervisor"})
class WishResource {
    private static final int LONGEST = 500;

    private final DispatchService dispatch;
    private final Rights rights;
    private final Caller caller;

    WishResource(DispatchService dispatch, Rights rights, Caller caller) {
        this.dispatch = dispatch;
        this.rights = rights;
        this.caller = caller;
    }

    public record PauseWish(
            @NotNull PauseReason reason, @NotNull Instant until) {}

    public record ExtensionWish(
            @NotNull Instant until,
            @NotBlank @Size(max = LONGEST) String reason) {}

    /** The window in which the helper would come instead. */
    public record WindowWish(@NotNull Instant from, @NotNull Instant to) {
        @AssertTrue
        boolean isOrdered() {
            // looked at also where one of them is missing, which is complained of by itself
            return from == null || to == null || to.isAfter(from);
        }
    }

    @PUT
    @Path("pause-request")
    public Uni<WishesView> askPause(UUID requestId, @NotNull @Valid PauseWish body) {
        return ask(requestId, new Command.AskPause(body.reason(), body.until(), caller.subject()));
    }

    @PUT
    @Path("extension-request")
    public Uni<WishesView> askExtension(UUID requestId, @NotNull @Valid ExtensionWish body) {
        return ask(requestId, new Command.AskExtension(body.until(), body.reason(), caller.subject()));
    }

    @PUT
    @Path("appointment-proposal")
    public Uni<WishesView> propose(UUID requestId, @NotNull @Valid WindowWish body) {
        Appointment window = new Appointment(body.from(), body.to());
        return ask(requestId, new Command.ProposeAppointment(window, caller.subject()));
    }

    private Uni<WishesView> ask(UUID requestId, Command command) {
        return dispatch.obey(requestId, command, rights::mustHoldOrHandle)
                .map(Handling::wishes)
                .map(WishesView::of);
    }
}
