package org.nuanxin.volunteer.profile;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.identity.Caller;

/** Applying, and what supervisors do about it. */
@Path("/volunteers")
public class VolunteerResource {
    private static final String FIRST = "00000000-0000-0000-0000-000000000000";

    private final Caller caller;
    private final OwnProfile profile;
    private final Supervision supervision;

    VolunteerResource(Caller caller, OwnProfile profile, Supervision supervision) {
        this.caller = caller;
        this.profile = profile;
        this.supervision = supervision;
    }

    record Verification(@NotNull Boolean verified) {}

    record SkillVerification(
            @NotNull Boolean verified, @Nullable Instant until) {}

    /** Whose place is shown: all, or those who wait to be let in. */
    public enum Status {
        verified,
        pending
    }

    @POST
    @RolesAllowed("volunteer")
    public Uni<Response> apply(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid Application application) {
        return profile.apply(caller.subject(), caller.client(), key, application)
                .map(view -> Response.created(URI.create("/volunteers/" + view.id()))
                        .entity(view)
                        .build());
    }

    @GET
    @RolesAllowed({"supervisor", "administrator"})
    public Uni<Response> list(
            @QueryParam("place") @NotNull @Pattern(regexp = Application.CODE) String place,
            @QueryParam("status") @Nullable Status status,
            @QueryParam("after") @DefaultValue(FIRST) UUID after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        Boolean verified = status == null ? null : status == Status.verified;
        return supervision
                .ofPlace(place, holding(), verified, after, limit)
                .map(views -> page(views, place, status, limit));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"supervisor", "administrator"})
    public Uni<VolunteerView> view(@PathParam("id") UUID id) {
        return supervision.view(id, holding());
    }

    @PUT
    @Path("/{id}/verification")
    @RolesAllowed({"supervisor", "administrator"})
    public Uni<VolunteerView> verify(@PathParam("id") UUID id, @NotNull @Valid Verification verification) {
        return supervision.verify(id, holding(), verification.verified());
    }

    @PUT
    @Path("/{id}/credentials/{skill}")
    @RolesAllowed({"supervisor", "administrator"})
    public Uni<VolunteerView> verifySkill(
            @PathParam("id") UUID id,
            @PathParam("skill") @Pattern(regexp = Application.CODE) String skill,
            @NotNull @Valid SkillVerification verification) {
        return supervision.verifySkill(id, holding(), skill, verification.verified(), verification.until());
    }

    private Predicate<List<String>> holding() {
        Set<String> held = caller.places();
        return path -> !Collections.disjoint(path, held);
    }

    private static Response page(List<VolunteerView> views, String place, @Nullable Status status, int limit) {
        Response.ResponseBuilder answer = Response.ok(views);
        if (views.size() == limit) {
            UriBuilder next = UriBuilder.fromPath("/volunteers")
                    .queryParam("place", place)
                    .queryParam("after", views.getLast().id())
                    .queryParam("limit", limit);
            if (status != null) next.queryParam("status", status);
            answer.link(next.build(), "next");
        }
        return answer.build();
    }
}
