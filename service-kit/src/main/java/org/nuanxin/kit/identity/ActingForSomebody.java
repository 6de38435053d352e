package org.nuanxin.kit.identity;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code On-Behalf-Of: x}, sent by a mini-app backend, makes the caller the resident and volunteer {@code <client>:x}: each
 * client has people of its own and can never be somebody else's. Sent by anybody else it is refused.
 */
@ApplicationScoped
class ActingForSomebody implements SecurityIdentityAugmentor {
    static final String HEADER = "On-Behalf-Of";
    static final String CLIENT = "nuanxin.client";
    private static final Pattern PERSON = Pattern.compile("[\\w.@-]{1,100}");
    private static final Set<String> ROLES = Set.of("resident", "volunteer");

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        String person = person(attributes);
        if (person == null || identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        if (!identity.hasRole("mini-app") || !PERSON.matcher(person).matches()) {
            return Uni.createFrom().failure(new ForbiddenException());
        }
        return Uni.createFrom().item(acting(identity, person));
    }

    private static @Nullable String person(Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        return request == null ? null : request.request().getHeader(HEADER);
    }

    private static SecurityIdentity acting(SecurityIdentity client, String person) {
        String clientId = client.getPrincipal().getName();
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(clientId + ":" + person))
                .addRoles(ROLES)
                .addAttribute(CLIENT, clientId)
                .build();
    }
}
