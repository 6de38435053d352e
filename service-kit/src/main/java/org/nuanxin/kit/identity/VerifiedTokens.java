package org.nuanxin.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tokens whose signature has been verified within the last minute, so that a phone's next call costs a look-up and not an RSA
 * verification. None is good past its own end; a key the issuer has withdrawn is good for a minute more.
 */
@ApplicationScoped
class VerifiedTokens {
    private static final int MOST = 10_000;
    private static final long SECONDS = 60;

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final Cache<String, Verified> tokens =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Optional<SecurityIdentity> find(String token, Instant now) {
        return Optional.ofNullable(tokens.getIfPresent(token))
                .filter(verified -> now.isBefore(verified.until()))
                .map(Verified::identity);
    }

    /** Remembers whom the token stands for; nothing that belongs to the call it came with. */
    void remember(SecurityIdentity identity, Instant now) {
        TokenCredential token = identity.getCredential(TokenCredential.class);
        if (token != null && identity.getPrincipal() instanceof JsonWebToken claims) {
            Instant until = earlier(Instant.ofEpochSecond(claims.getExpirationTime()), now.plusSeconds(SECONDS));
            remember(token.getToken(), bare(identity), until);
        }
    }

    void remember(String token, SecurityIdentity identity, Instant until) {
        tokens.put(token, new Verified(identity, until));
    }

    private static SecurityIdentity bare(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .build();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
