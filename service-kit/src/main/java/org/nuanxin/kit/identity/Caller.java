package org.nuanxin.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.problems.Texts;

/** Who sent the request that is being answered. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final RoutingContext request;

    Caller(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    /** The person who acts, or is acted for. */
    public String subject() {
        return identity.getPrincipal().getName();
    }

    /** The mini-app backend that acts for the person; null where they act themselves. */
    public @Nullable String client() {
        return identity.getAttribute(ActingForSomebody.CLIENT);
    }

    /** Who really called, for the timeline: the person, or the client and whom it acts for ({@code client:person}). */
    public String actor() {
        return subject();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** The nodes of the tree of places whose duty they hold. */
    public Set<String> places() {
        return identity.getPrincipal() instanceof JsonWebToken token ? texts(token.getClaim("places")) : Set.of();
    }

    /** Whether they hold one of these places: a place is held with all below it, so ask with a path from the street down. */
    public boolean holds(List<String> placePath) {
        Set<String> held = places();
        return placePath.stream().anyMatch(held::contains);
    }

    /** {@code zh} or {@code en}. */
    public String language() {
        String accepted = request.request().getHeader("Accept-Language");
        return Texts.locale(Objects.requireNonNullElse(accepted, "zh-CN")).getLanguage();
    }

    private static Set<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> values
                ? values.stream()
                        .map(value -> value instanceof JsonString text ? text.getString() : String.valueOf(value))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
