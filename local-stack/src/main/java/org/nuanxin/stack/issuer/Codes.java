package org.nuanxin.stack.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Authorization codes with their proof key (RFC 7636): each is worth one exchange, within a minute. */
final class Codes {
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record Issued(Grant grant, Instant until) {}

    private final Map<String, Issued> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    Codes(InstantSource clock) {
        this.clock = clock;
    }

    String issue(Grant grant) {
        Instant now = clock.instant();
        open.values().removeIf(issued -> issued.until().isBefore(now));
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String code = BASE64.encodeToString(bytes);
        open.put(code, new Issued(grant, now.plus(LIFETIME)));
        return code;
    }

    Optional<Grant> redeem(
            @Nullable String code, @Nullable String client, @Nullable String redirect, @Nullable String verifier) {
        if (code == null || verifier == null) return Optional.empty();
        return Optional.ofNullable(open.remove(code))
                .filter(issued -> clock.instant().isBefore(issued.until()))
                .map(Issued::grant)
                .filter(grant ->
                        grant.client().equals(client) && grant.redirect().equals(redirect))
                .filter(grant -> grant.challenge().equals(challenge(verifier)));
    }

    static String challenge(String verifier) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return BASE64.encodeToString(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
