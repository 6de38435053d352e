package org.nuanxin.feedback.reopening;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.nuanxin.kit.identity.Caller;

/** Wishes for another try. */
@Path("/requests/{id}/reopening")
@Authenticated
public class ReopeningResource {
    private final ReopeningService service;
    private final Caller caller;

    ReopeningResource(ReopeningService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @PUT
    public Uni<Reopening.View> reopen(@PathParam("id") UUID id, @NotNull @Valid Wish wish) {
        return service.reopen(id, caller.subject(), wish);
    }
}
