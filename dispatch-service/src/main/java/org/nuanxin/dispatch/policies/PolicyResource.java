package org.nuanxin.dispatch.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.PolicyParts;

/** What is promised and how it is kept, per place, type and urgency; a scope sets the parts in which it differs. */
@Path("/policies/{scope}")
class PolicyResource {
    private final PolicyService policies;
    private final ObjectReader strict;

    PolicyResource(PolicyService policies, ObjectMapper json) {
        this.policies = policies;
        this.strict = json.readerFor(PolicyParts.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @GET
    @RolesAllowed({"building-leader", "grid-worker", "supervisor", "administrator"})
    public Uni<RestResponse<Object>> get(String scope, @QueryParam("effective") boolean effective) {
        return effective
                ? policies.effective(scope).map(policy -> RestResponse.<Object>ok(policy))
                : policies.get(scope).map(PolicyResource::answer);
    }

    @PUT
    @RolesAllowed({"supervisor", "administrator"})
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PolicyParts.class)))
    public Uni<RestResponse<Object>> put(
            String scope, @NotNull ObjectNode parts, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String read) {
        return policies.put(scope, parts(parts), Version.read(read)).map(PolicyResource::answer);
    }

    /** A word that is misspelt would otherwise be a part that is not set. */
    private PolicyParts parts(ObjectNode written) {
        try {
            return strict.readValue(written);
        } catch (JsonProcessingException unfit) {
            throw new BadRequestException(unfit);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RestResponse<Object> answer(PolicyParts parts) {
        return Version.tagged(parts, Objects.requireNonNull(parts.key()).version());
    }
}
