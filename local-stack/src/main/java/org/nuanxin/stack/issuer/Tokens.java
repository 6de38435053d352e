package org.nuanxin.stack.issuer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** What is said of a person to a service (access token) and to a page (id token). */
final class Tokens {
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String AUDIENCE = "nuanxin";

    private final String issuer;
    private final SigningKey key;
    private final InstantSource clock;

    Tokens(String issuer, SigningKey key, InstantSource clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    String access(Person person) {
        return key.sign(claims(person, AUDIENCE));
    }

    String id(Person person, String client, Optional<String> nonce) {
        JwtClaims claims = claims(person, client);
        nonce.ifPresent(value -> claims.setStringClaim("nonce", value));
        return key.sign(claims);
    }

    private JwtClaims claims(Person person, String audience) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(person.id());
        claims.setStringClaim("preferred_username", person.id());
        claims.setStringClaim("name", person.name().zh());
        claims.setStringListClaim("groups", person.groups());
        claims.setStringListClaim("places", person.places());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        claims.setGeneratedJwtId();
        return claims;
    }
}
