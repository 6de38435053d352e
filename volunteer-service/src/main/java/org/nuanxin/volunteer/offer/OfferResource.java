package org.nuanxin.volunteer.offer;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;

/** One offer; its acceptance makes an assignment and is found there. */
@Path("/offers/{offerId}")
@RolesAllowed("volunteer")
public class OfferResource {
    private final Caller caller;
    private final OfferAnswers answers;
    private final OfferViews views;

    OfferResource(Caller caller, OfferAnswers answers, OfferViews views) {
        this.caller = caller;
        this.answers = answers;
        this.views = views;
    }

    record Refusal(
            @Size(max = 500) @Pattern(regexp = "[^\\x00]*") @Nullable
            String reason) {}

    @GET
    public Uni<OfferView> view(@PathParam("offerId") UUID offerId) {
        return views.one(caller.subject(), offerId, caller.language());
    }

    @PUT
    @Path("/refusal")
    public Uni<OfferView> refuse(@PathParam("offerId") UUID offerId, @Valid @Nullable Refusal refusal) {
        String volunteer = caller.subject();
        String language = caller.language();
        return answers.refuse(volunteer, caller.actor(), offerId, refusal == null ? null : refusal.reason())
                .chain(() -> views.one(volunteer, offerId, language));
    }
}
