package org.nuanxin.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tokens whose signature has been verified within the last minute, so that a phone's next call costs a look-up and not an RSA
 * verification. None is good past its own end; a key the issuer has withdrawn is good for a minute more, whatever the machine's
 * clock does meanwhile.
 */
@ApplicationScoped
class VerifiedTokens {
    private static final int MOST = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Verified(SecurityIdentity identity, Instant until) {}

    private final Cache<String, Verified> tokens;

    @Inject
    VerifiedTokens() {
        this(Ticker.systemTicker());
    }

    /** @param ticker nanoseconds that nobody sets back, as of {@link System#nanoTime} */
    VerifiedTokens(Ticker ticker) {
        this.tokens = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MINUTE)
                .ticker(ticker)
                .build();
    }

    Optional<SecurityIdentity> find(String token, Instant now) {
        return Optional.ofNullable(tokens.getIfPresent(token))
                .filter(verified -> now.isBefore(verified.until()))
                .map(Verified::identity);
    }

    /** Remembers whom the token stands for; nothing that belongs to the call it came with. */
    void remember(SecurityIdentity identity, Instant now) {
        TokenCredential token = identity.getCredential(TokenCredential.class);
        if (token != null && identity.getPrincipal() instanceof JsonWebToken claims) {
            Instant until = earlier(Instant.ofEpochSecond(claims.getExpirationTime()), now.plus(MINUTE));
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
