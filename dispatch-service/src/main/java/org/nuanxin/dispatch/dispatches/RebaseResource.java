package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.Problem;
import org.nuanxin.kit.transactions.Transactions;

/** Lets all running rounds of a place take the newest policy, one request after another. */
@Path("/dispatches/rebase")
@RolesAllowed("supervisor")
class RebaseResource {
    private final Transactions transactions;
    private final Board board;
    private final DispatchService dispatch;
    private final Rights rights;
    private final Caller caller;

    RebaseResource(Transactions transactions, Board board, DispatchService dispatch, Rights rights, Caller caller) {
        this.transactions = transactions;
        this.board = board;
        this.dispatch = dispatch;
        this.rights = rights;
        this.caller = caller;
    }

    /** How many took it, and how many go by it already, or have nothing running. */
    public record Rebased(int rebased, int unchanged) {}

    @PUT
    public Uni<Rebased> rebase(
            @QueryParam("place") @NotBlank @Nullable String place, @NotNull @Valid ClockResource.Rebasing body) {
        Command command = new Command.Rebase(body.reason(), caller.subject());
        String named = String.valueOf(place);
        return transactions
                .read(() -> board.open(caller.places(), named))
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(request -> rebase(request, command))
                        .collect()
                        .asList())
                .map(RebaseResource::counted);
    }

    private Uni<Boolean> rebase(UUID request, Command command) {
        return dispatch.obey(request, command, rights::mustHold)
                .replaceWith(true)
                .onFailure(Problem.class)
                .recoverWithItem(false);
    }

    private static Rebased counted(List<Boolean> done) {
        int rebased = (int) done.stream().filter(taken -> taken).count();
        return new Rebased(rebased, done.size() - rebased);
    }
}
