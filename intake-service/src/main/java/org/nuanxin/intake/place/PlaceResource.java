package org.nuanxin.intake.place;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.kit.problems.Invalid;
import org.nuanxin.kit.problems.NotFound;

/** The tree of places, for everybody to read. */
@Path("/places")
@Tag(name = "places")
public class PlaceResource {
    private final Places places;
    private final PlaceService service;

    PlaceResource(Places places, PlaceService service) {
        this.places = places;
        this.service = service;
    }

    @GET
    @PermitAll
    @Operation(summary = "The places, top down; of one parent or one level where asked.")
    public Uni<List<Place>> list(
            @QueryParam("parent") @Nullable String parent, @QueryParam("level") @Nullable String level) {
        Level wanted = level == null || level.isEmpty() ? null : level(level);
        return places.tree().map(tree -> tree.select(parent, wanted));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(summary = "One place.")
    public Uni<Place> get(String id) {
        return places.tree().map(tree -> tree.find(id).orElseThrow(NotFound::new));
    }

    @GET
    @Path("/located-at")
    @PermitAll
    @Operation(summary = "The micro-grid of a point on earth (WGS-84); 404 where none is near.")
    public Uni<Place> locate(@QueryParam("lat") @Nullable String lat, @QueryParam("lon") @Nullable String lon) {
        Point point = new Point(degrees("lat", lat), degrees("lon", lon));
        if (!point.onEarth()) {
            throw Invalid.field("lat, lon", PlaceResource.class, "NotOnEarth");
        }
        return places.tree().map(tree -> tree.gridAt(point).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("administrator")
    @Operation(summary = "Defines a place. Cycles, unknown parents and levels out of order are refused.")
    public Uni<Place> define(String id, @NotNull @Valid PlaceBody place) {
        return service.define(id, place);
    }

    private static double degrees(String field, @Nullable String value) {
        try {
            return Double.parseDouble(value == null ? "" : value);
        } catch (NumberFormatException e) {
            throw Invalid.field(field, PlaceResource.class, "NoNumber");
        }
    }

    private static Level level(String level) {
        try {
            return Level.valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Invalid.field("level", PlaceResource.class, "UnknownLevel");
        }
    }
}
