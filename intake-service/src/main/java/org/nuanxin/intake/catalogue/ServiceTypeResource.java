package org.nuanxin.intake.catalogue;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nuanxin.kit.problems.NotFound;

/** The catalogue, for everybody to read. */
@Path("/service-types")
@Tag(name = "service types")
public class ServiceTypeResource {
    private final Catalogue catalogue;
    private final CatalogueService service;

    ServiceTypeResource(Catalogue catalogue, CatalogueService service) {
        this.catalogue = catalogue;
        this.service = service;
    }

    @GET
    @PermitAll
    @Operation(summary = "What can be asked for. Types with an emergencyText take no requests: call there instead.")
    public Uni<List<ServiceType>> list() {
        return catalogue.offered();
    }

    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(summary = "One service type, with its questions, checks and fee.")
    public Uni<ServiceType> get(String code) {
        return catalogue.find(code).map(type -> type.orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("administrator")
    @Operation(summary = "Defines a service type.")
    public Uni<ServiceType> define(String code, @NotNull @Valid ServiceTypeBody type) {
        return service.define(code, type);
    }
}
