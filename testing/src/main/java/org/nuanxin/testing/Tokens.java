package org.nuanxin.testing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Bearer tokens as the issuer signs them, and such as nobody may accept. */
public final class Tokens {
    public static final String ISSUER = "http://localhost:8080";
    public static final String AUDIENCE = "nuanxin";

    private static final Keys KEYS = OncePerJvm.the(Keys.class, Keys.Generated.class);

    private Tokens() {}

    /** A good one, for the next hour. */
    public static Token of(String subject, String... roles) {
        return Token.of(subject, roles);
    }

    /** In base64, as {@code quarkus.oidc.public-key} wants it. */
    public static String publicKey() {
        return KEYS.publicKey();
    }

    static PrivateKey privateKey() {
        try {
            byte[] encoded = Base64.getDecoder().decode(KEYS.privateKey());
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
