package org.nuanxin.intake.resident;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nuanxin.kit.identity.Caller;

/** A resident's own data. */
@Path("/residents/me")
@Tag(name = "residents")
@RolesAllowed({"resident", "volunteer", "building-leader", "grid-worker", "supervisor", "administrator"})
public class ResidentResource {
    private final ResidentService service;
    private final Caller caller;

    ResidentResource(ResidentService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What the caller has said of themselves; nothing yet at first.")
    public Uni<Profile> get() {
        return service.profile(caller.subject());
    }

    @PUT
    @Operation(summary = "Keeps name, phone, home and language, so that a request needs none of them.")
    public Uni<Profile> put(@NotNull @Valid Profile profile) {
        return service.keep(caller.subject(), profile);
    }
}
