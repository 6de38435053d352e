package org.nuanxin.volunteer.profile;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.nuanxin.kit.identity.Caller;
import org.nuanxin.volunteer.profile.VolunteerView.QuietHours;

/** A volunteer's own profile. */
@Path("/volunteers/me")
@RolesAllowed("volunteer")
public class OwnProfileResource {
    private final Caller caller;
    private final OwnProfile profile;

    OwnProfileResource(Caller caller, OwnProfile profile) {
        this.caller = caller;
        this.profile = profile;
    }

    record Duty(@NotNull Boolean onDuty) {}

    record Shifts(@NotNull @Size(max = 200) List<@NotNull @Valid Hours> shifts) {}

    @GET
    public Uni<VolunteerView> view() {
        return profile.view(caller.subject());
    }

    @PATCH
    public Uni<VolunteerView> change(@NotNull @Valid Change change) {
        return profile.change(caller.subject(), change);
    }

    @PUT
    @Path("/duty")
    public Uni<VolunteerView> duty(@NotNull @Valid Duty duty) {
        return profile.decide(caller.subject(), (volunteer, now) -> volunteer.switchDuty(duty.onDuty(), now));
    }

    /** Dismisses the question whether skills and hours are right. */
    @DELETE
    @Path("/skills-or-hours")
    public Uni<VolunteerView> dismissQuestion() {
        return profile.decide(caller.subject(), (volunteer, now) -> volunteer.dismissQuestion());
    }

    @PUT
    @Path("/position")
    public Uni<VolunteerView> position(@NotNull @Valid Whereabouts whereabouts) {
        return profile.decide(caller.subject(), (volunteer, now) -> volunteer.move(whereabouts.coarse(), now));
    }

    @PUT
    @Path("/shifts")
    public Uni<VolunteerView> shifts(@NotNull @Valid Shifts shifts) {
        return profile.decide(
                caller.subject(), (volunteer, now) -> Optional.of(volunteer.keepShifts(shifts.shifts(), now)));
    }

    @PUT
    @Path("/quiet-hours")
    public Uni<VolunteerView> quietHours(@NotNull QuietHours quiet) {
        return profile.decide(
                caller.subject(), (volunteer, now) -> Optional.of(volunteer.keepQuiet(quiet.from(), quiet.to(), now)));
    }
}
