package org.nuanxin.dispatch.staff;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.NotFound;
import org.nuanxin.kit.transactions.Transactions;

/** The administrator's duty roster. */
@Path("/staff/{subject}")
@RolesAllowed("administrator")
class StaffResource {
    private final Transactions transactions;
    private final Staff staff;
    private final Roster roster;

    StaffResource(Transactions transactions, Staff staff, Roster roster) {
        this.transactions = transactions;
        this.staff = staff;
        this.roster = roster;
    }

    /** What may be said of somebody on the roster. */
    public record Entry(
            @NotNull @Pattern(regexp = "building-leader|grid-worker|supervisor")
            String role,

            @NotEmpty List<@NotBlank String> places,
            boolean onDuty,
            @Nullable @Pattern(regexp = "zh(-CN)?|en") String language) {}

    @GET
    public Uni<StaffMember> get(String subject) {
        return transactions.read(() -> staff.find(subject)).map(found -> found.orElseThrow(NotFound::new));
    }

    @PUT
    public Uni<StaffMember> put(String subject, @NotNull @Valid Entry entry) {
        StaffMember member = new StaffMember(subject, entry.role(), entry.places(), entry.onDuty(), entry.language());
        return transactions
                .run(now -> staff.put(member))
                .chain(() -> transactions.read(roster::refresh))
                .replaceWith(member);
    }
}
