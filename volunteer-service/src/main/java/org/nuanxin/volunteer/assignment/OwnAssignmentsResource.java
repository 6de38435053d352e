package org.nuanxin.volunteer.assignment;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.nuanxin.kit.identity.Caller;

/** What the caller holds and held, volunteer or staff, the newest first. */
@Path("/volunteers/me/assignments")
@Authenticated
public class OwnAssignmentsResource {
    private final Caller caller;
    private final AssignmentViews views;

    OwnAssignmentsResource(Caller caller, AssignmentViews views) {
        this.caller = caller;
        this.views = views;
    }

    @GET
    public Uni<List<AssignmentView>> list(@QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return views.newest(caller.subject(), limit, caller.language());
    }
}
