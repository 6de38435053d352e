package org.nuanxin.volunteer.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.volunteer.offer.OfferAnswers;
import org.nuanxin.volunteer.offer.OfferViews;

/** How an offer becomes an assignment. */
@Path("/offers/{offerId}/acceptance")
@RolesAllowed("volunteer")
public class AcceptanceResource {
    private final Caller caller;
    private final OfferAnswers answers;
    private final OfferViews offers;
    private final AssignmentViews assignments;

    AcceptanceResource(Caller caller, OfferAnswers answers, OfferViews offers, AssignmentViews assignments) {
        this.caller = caller;
        this.answers = answers;
        this.offers = offers;
        this.assignments = assignments;
    }

    /** 200 with the assignment where it is won; 202 with the offer where dispatch has not said anything yet. */
    @PUT
    public Uni<Response> accept(@PathParam("offerId") UUID offerId) {
        String volunteer = caller.subject();
        String language = caller.language();
        return answers.accept(volunteer, caller.actor(), offerId)
                .chain(won -> won.isPresent()
                        ? assignments
                                .one(volunteer, won.get(), language)
                                .map(view -> Response.ok(view).build())
                        : offers.one(volunteer, offerId, language)
                                .map(view -> Response.accepted(view).build()));
    }
}
