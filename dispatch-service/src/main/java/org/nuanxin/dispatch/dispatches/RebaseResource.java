package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.transactions.Transactions;

/** Lets all running rounds of a place take the newest policy, some at a time, so that no lock is held for long. */
@Path("/dispatches/rebase")
@RolesAllowed("supervisor")
class RebaseResource {
    private static final int TOGETHER = 100;
    private static final UUID FIRST = new UUID(0, 0);

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

    /**
     * How many took it, and how many go by it already, or have nothing running.
     *
     * @param next null when all of the place have been looked at; else what the next call gives as {@code after}
     */
    public record Rebased(
            int rebased, int unchanged, @Nullable UUID next) {}

    @PUT
    public Uni<Rebased> rebase(
            @QueryParam("place") @NotBlank @Nullable String place,
            @Parameter(description = "the next of the call before, where there were more than its limit")
                    @QueryParam("after")
                    @Nullable
                    UUID after,
            @Parameter(description = "how many requests are looked at in one call")
                    @QueryParam("limit")
                    @DefaultValue("1000")
                    @Min(1)
                    @Max(10_000)
                    int limit,
            @NotNull @Valid ClockResource.Rebasing body) {
        Command command = new Command.Rebase(body.reason(), caller.subject());
        String named = String.valueOf(place);
        return transactions
                .read(() -> board.open(caller.places(), named, after == null ? FIRST : after, limit + 1))
                .chain(open -> rebase(open.subList(0, Math.min(limit, open.size())), command)
                        .map(rebased -> rebased(rebased, open, limit)));
    }

    private Uni<Integer> rebase(List<UUID> requests, Command command) {
        return Multi.createFrom()
                .iterable(batches(requests))
                .onItem()
                .transformToUniAndConcatenate(batch -> dispatch.obeyWherePossible(batch, command, rights::holds))
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private static List<List<UUID>> batches(List<UUID> requests) {
        return IntStream.iterate(0, from -> from < requests.size(), from -> from + TOGETHER)
                .mapToObj(from -> requests.subList(from, Math.min(from + TOGETHER, requests.size())))
                .toList();
    }

    private static Rebased rebased(int rebased, List<UUID> open, int limit) {
        boolean more = open.size() > limit;
        int seen = more ? limit : open.size();
        return new Rebased(rebased, seen - rebased, more ? open.get(limit - 1) : null);
    }
}
