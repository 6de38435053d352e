package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.transactions.Transactions;

/** The administrator's view of what could not take effect, and the command that lets it. */
@Path("/dead-letters")
@RolesAllowed("administrator")
public class DeadLetterResource {
    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Replay replay;

    DeadLetterResource(Transactions transactions, DeadLetters deadLetters, Replay replay) {
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.replay = replay;
    }

    @GET
    public Uni<List<DeadLetter.View>> list(@QueryParam("subject") @Nullable String subject) {
        return transactions
                .read(() -> deadLetters.waiting(subject))
                .map(letters -> letters.stream().map(DeadLetter::view).toList());
    }

    @POST
    @Path("/replay")
    public Uni<Replay.Outcome> replay(@QueryParam("subject") @Nullable String subject) {
        return replay.replay(subject);
    }
}
