package org.nuanxin.kit.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Asked before OpenID Connect, which verifies what is not known here. */
@ApplicationScoped
class KnownToken implements IdentityProvider<TokenAuthenticationRequest> {
    // SYSTEM_FIRST is what every provider has that says nothing
    private static final int BEFORE_ALL = Integer.MAX_VALUE;

    private final VerifiedTokens verified;

    KnownToken(VerifiedTokens verified) {
        this.verified = verified;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(verified.find(
                                request.getToken().getToken(),
                                InstantSource.system().instant())
                        .orElse(null));
    }

    @Override
    public int priority() {
        return BEFORE_ALL;
    }
}
