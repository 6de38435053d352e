package org.nuanxin.kit.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** The administrator's view of what could not take effect, and the command that lets it. */
@Path("/dead-letters")
@RolesAllowed("administrator")
public class DeadLetterResource {
    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);

    private final Transactions transactions;
    private final DeadLetters deadLetters;
    private final Replay replay;
    private final Caller caller;

    DeadLetterResource(Transactions transactions, DeadLetters deadLetters, Replay replay, Caller caller) {
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.replay = replay;
        this.caller = caller;
    }

    @GET
    public Uni<List<DeadLetter.View>> list(@QueryParam("subject") @Nullable String subject) {
        return transactions
                .read(() -> deadLetters.waiting(subject))
                .map(letters -> letters.stream().map(DeadLetter::view).toList());
    }

    /** For what can never take effect: without this it would block its subject for good. It stays in the table. */
    @DELETE
    @Path("/{eventId}")
    public Uni<Void> discard(UUID eventId) {
        return transactions
                .run(now -> deadLetters.take(eventId, now))
                .invoke(taken -> {
                    if (!taken) {
                        throw new NotFound();
                    }
                    LOG.warnf("dead letter %s discarded by %s", eventId, caller.actor());
                })
                .replaceWithVoid();
    }

    @POST
    @Path("/replay")
    public Uni<Replay.Outcome> replay(@QueryParam("subject") @Nullable String subject) {
        return replay.replay(subject);
    }
}
