package org.nuanxin.dispatch.alerts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.dispatches.Cursor;
import org.nuanxin.dispatch.dispatches.DispatchService;
import org.nuanxin.dispatch.dispatches.Rights;
import org.nuanxin.dispatch.handling.Command;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** Alerts about the places a caller holds. */
@Path("/alerts")
@RolesAllowed({"building-leader", "grid-worker", "supervisor"})
class AlertResource {
    private final Transactions transactions;
    private final Alerts alerts;
    private final DispatchService dispatch;
    private final Rights rights;
    private final Caller caller;

    AlertResource(Transactions transactions, Alerts alerts, DispatchService dispatch, Rights rights, Caller caller) {
        this.transactions = transactions;
        this.alerts = alerts;
        this.dispatch = dispatch;
        this.rights = rights;
        this.caller = caller;
    }

    /** {@code open}: those that are not over, acknowledged or not. */
    @GET
    public Uni<RestResponse<List<AlertView>>> list(
            @QueryParam("state") @DefaultValue("open") @Pattern(regexp = "open|ended|all") String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        Cursor start = Cursor.parse(after);
        return transactions
                .read(() -> alerts.page(caller.places(), states(state), start, limit + 1))
                .map(rows -> Cursor.page(rows, limit, row -> new Cursor(row.toldAt(), row.id()), uri));
    }

    @GET
    @Path("{id}")
    public Uni<AlertView> get(UUID id) {
        return transactions.read(() -> alert(id));
    }

    /** Seen is not solved: it climbs again if its cause persists. */
    @PUT
    @Path("{id}/acknowledgement")
    public Uni<AlertView> acknowledge(UUID id) {
        return get(id).chain(alert -> dispatch.obey(
                        alert.requestId(), new Command.Acknowledge(id, caller.subject()), rights::mustHold))
                .chain(() -> get(id));
    }

    private Uni<AlertView> alert(UUID id) {
        return alerts.find(caller.places(), id)
                .map(found -> found.stream().findFirst().orElseThrow(NotFound::new));
    }

    private static List<String> states(String state) {
        return switch (state) {
            case "ended" -> List.of("ENDED");
            case "all" -> List.of("OPEN", "ACKNOWLEDGED", "ENDED");
            default -> List.of("OPEN", "ACKNOWLEDGED");
        };
    }
}
