package org.nuanxin.intake.contact;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.nuanxin.intake.request.Contact;
import org.nuanxin.intake.request.Reader;
import org.nuanxin.kit.identity.Caller;

/** The way to the door, for whoever holds the request. */
@Path("/requests/{id}/contact")
@Tag(name = "requests")
@Authenticated
public class ContactResource {
    private final ContactService service;
    private final Caller caller;

    ContactResource(ContactService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Whom to call and where to go, for whoever holds the request now, until it closes.",
            description =
                    "Every look is logged. Whoever has just won the request may have to ask again: 409 NotYetKnown.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Contact.class)))
    public Uni<Response> look(UUID id) {
        return service.look(Reader.of(caller), id)
                .map(contact -> Response.ok(contact)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
