package org.nuanxin.testing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** What signs and what verifies, in base64. Made for the run, so that no key lies in the repository. */
interface Keys {
    String privateKey();

    String publicKey();

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A pair of its own. */
    final class Generated implements Keys {
        private final KeyPair pair = Keys.pair();

        @Override
        public String privateKey() {
            return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        }

        @Override
        public String publicKey() {
            return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        }
    }
}
