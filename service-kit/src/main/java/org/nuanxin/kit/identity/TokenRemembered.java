package org.nuanxin.kit.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Remembers whom OpenID Connect has verified, before anybody acts for somebody else. */
@ApplicationScoped
class TokenRemembered implements SecurityIdentityAugmentor {
    private final VerifiedTokens verified;

    TokenRemembered(VerifiedTokens verified) {
        this.verified = verified;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        verified.remember(identity, InstantSource.system().instant());
        return Uni.createFrom().item(identity);
    }

    /** After whoever refuses a token altogether. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE - 1;
    }
}
