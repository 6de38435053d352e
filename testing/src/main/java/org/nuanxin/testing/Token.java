package org.nuanxin.testing;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** What stands in a token and how it is signed; {@link #bearer()} is the Authorization header, {@link #text()} what is in it. */
public record Token(
        @Nullable String subject,
        List<String> roles,
        List<String> places,
        String issuer,
        String audience,
        long secondsToLive,
        Signature signature) {

    /** How a token is, or pretends to be, signed. */
    public enum Signature {
        /** RS256, by the issuer. */
        ISSUER,
        /** RS256, by somebody else. */
        STRANGER,
        /** {@code alg: none}. */
        NONE,
        /** HS256 with the public key as the secret. */
        CONFUSED
    }

    static Token of(String subject, String... roles) {
        return new Token(subject, List.of(roles), List.of(), Tokens.ISSUER, Tokens.AUDIENCE, 3600, Signature.ISSUER);
    }

    /** Whose it is, nobody can tell. */
    public Token ofNobody() {
        return new Token(null, roles, places, issuer, audience, secondsToLive, signature);
    }

    public Token withPlaces(String... held) {
        return new Token(subject, roles, List.of(held), issuer, audience, secondsToLive, signature);
    }

    public Token expired() {
        return new Token(subject, roles, places, issuer, audience, -3600, signature);
    }

    public Token wrongAudience() {
        return new Token(subject, roles, places, issuer, "another-application", secondsToLive, signature);
    }

    public Token wrongIssuer() {
        return new Token(subject, roles, places, "http://issuer.example", audience, secondsToLive, signature);
    }

    public Token forged() {
        return signed(Signature.STRANGER);
    }

    public Token signed(Signature by) {
        return new Token(subject, roles, places, issuer, audience, secondsToLive, by);
    }

    public String bearer() {
        return "Bearer " + text();
    }

    public String text() {
        var token = new JsonWebSignature();
        token.setPayload(claims().toJson());
        token.setHeader("typ", "JWT");
        token.setAlgorithmHeaderValue(algorithm());
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        token.setKey(key());
        try {
            return token.getCompactSerialization();
        } catch (JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private JwtClaims claims() {
        var claims = new JwtClaims();
        NumericDate now = NumericDate.now();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        if (subject != null) claims.setSubject(subject);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getValue() - 7200));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + secondsToLive));
        claims.setGeneratedJwtId();
        claims.setStringListClaim("groups", roles);
        claims.setStringListClaim("places", places);
        return claims;
    }

    private String algorithm() {
        return switch (signature) {
            case ISSUER, STRANGER -> AlgorithmIdentifiers.RSA_USING_SHA256;
            case NONE -> AlgorithmIdentifiers.NONE;
            case CONFUSED -> AlgorithmIdentifiers.HMAC_SHA256;
        };
    }

    private @Nullable Key key() {
        return switch (signature) {
            case ISSUER -> Tokens.privateKey();
            case STRANGER -> Keys.pair().getPrivate();
            case NONE -> null;
            case CONFUSED -> new HmacKey(Tokens.publicKey().getBytes(StandardCharsets.UTF_8));
        };
    }
}
