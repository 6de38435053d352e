package org.nuanxin.dispatch.policies;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.policy.Policy;

/** What is promised and how it is kept, per place, type and urgency. */
@Path("/policies/{scope}")
class PolicyResource {
    private final PolicyService policies;

    PolicyResource(PolicyService policies) {
        this.policies = policies;
    }

    @GET
    @RolesAllowed({"building-leader", "grid-worker", "supervisor", "administrator"})
    public Uni<RestResponse<Policy>> get(String scope) {
        return policies.get(scope).map(PolicyResource::answer);
    }

    @PUT
    @RolesAllowed({"supervisor", "administrator"})
    public Uni<RestResponse<Policy>> put(
            String scope, @NotNull Policy policy, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String read) {
        return policies.put(scope, policy, version(read)).map(PolicyResource::answer);
    }

    private static RestResponse<Policy> answer(Policy policy) {
        return RestResponse.ResponseBuilder.ok(policy)
                .header(HttpHeaders.ETAG, "\"" + policy.key().version() + "\"")
                .build();
    }

    /** What is no version of ours matches none. */
    private static @Nullable Integer version(@Nullable String read) {
        if (read == null) return null;
        String digits = read.replace("\"", "");
        return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(-1);
    }
}
