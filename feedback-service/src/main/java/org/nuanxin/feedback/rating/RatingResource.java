package org.nuanxin.feedback.rating;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.nuanxin.feedback.matter.Matter;
import org.nuanxin.feedback.matter.Matters;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** The rating of a request: by those it concerns; to be seen by them and by the staff of the place. */
@Path("/requests/{id}/rating")
@Authenticated
public class RatingResource {
    private final Transactions transactions;
    private final Matters matters;
    private final Ratings ratings;
    private final RatingService service;
    private final Caller caller;

    RatingResource(Transactions transactions, Matters matters, Ratings ratings, RatingService service, Caller caller) {
        this.transactions = transactions;
        this.matters = matters;
        this.ratings = ratings;
        this.service = service;
        this.caller = caller;
    }

    @PUT
    public Uni<Rating.View> rate(@PathParam("id") UUID id, @NotNull @Valid Opinion opinion) {
        opinion.check();
        return service.rate(id, caller.subject(), opinion);
    }

    /** The newest one. */
    @GET
    public Uni<Rating.View> newest(@PathParam("id") UUID id) {
        return transactions
                .read(() -> matters.find(id).invoke(this::refuseStrangers).chain(() -> ratings.newestOf(id)))
                .onItem()
                .ifNull()
                .failWith(NotFound::new)
                .map(Rating::view);
    }

    private void refuseStrangers(Optional<Matter> found) {
        if (found.filter(this::maySee).isEmpty()) throw new NotFound();
    }

    private boolean maySee(Matter matter) {
        return matter.concerns(caller.subject()) || caller.is("administrator") || caller.holds(matter.placePath());
    }
}
