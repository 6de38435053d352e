package org.nuanxin.dispatch.dispatches;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.handling.Handling;
import org.nuanxin.dispatch.handling.Outcome;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.transactions.Transactions;

/** The board of whoever is responsible, and one handling in full. */
@Path("/dispatches")
@RolesAllowed({"building-leader", "grid-worker", "supervisor"})
class BoardResource {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Transactions transactions;
    private final Board board;
    private final Dispatches dispatches;
    private final DispatchViews views;
    private final Rights rights;
    private final Caller caller;

    BoardResource(
            Transactions transactions,
            Board board,
            Dispatches dispatches,
            DispatchViews views,
            Rights rights,
            Caller caller) {
        this.transactions = transactions;
        this.board = board;
        this.dispatches = dispatches;
        this.views = views;
        this.rights = rights;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<List<DispatchView>>> list(
            @QueryParam("place") @Nullable String place,
            @QueryParam("status") List<String> statuses,
            @QueryParam("due") @Nullable Instant dueBy,
            @QueryParam("type") @Nullable String type,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        Board.Filter filter =
                new Board.Filter(place, statuses.stream().map(Words::name).toList(), dueBy, type);
        Cursor start = Cursor.parse(after);
        return transactions
                .read(() ->
                        board.page(caller.places(), filter, start, limit + 1).chain(views::rows))
                .map(rows -> Cursor.page(rows, limit, BoardResource::end, uri));
    }

    @GET
    @Path("{requestId}")
    public Uni<DispatchDetail> get(UUID requestId) {
        return transactions.read(
                () -> dispatches.find(requestId).invoke(rights::mustHold).chain(views::detail));
    }

    /** What a referral or a refusal said; the resident reads it here. */
    @GET
    @Path("{requestId}/outcome")
    @RolesAllowed({"resident", "building-leader", "grid-worker", "supervisor"})
    public Uni<OutcomeView> outcome(UUID requestId) {
        return transactions
                .read(() -> dispatches.find(requestId))
                .invoke(rights::mustHoldOrOwn)
                .map(OutcomeView::of);
    }

    /** How it ended, why, and where to turn; reason and place only where somebody had to say so. */
    public record OutcomeView(
            String status,
            @Nullable String reason,
            @Nullable String where) {
        static OutcomeView of(Handling handling) {
            Outcome outcome = handling.outcome();
            return new OutcomeView(
                    Words.of(handling.status()),
                    outcome == null ? null : outcome.reason(),
                    outcome == null ? null : outcome.where());
        }
    }

    private static Cursor end(DispatchView row) {
        return new Cursor(Objects.requireNonNullElse(row.dueAt(), NEVER), row.requestId());
    }
}
