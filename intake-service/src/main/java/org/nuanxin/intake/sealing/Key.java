package org.nuanxin.intake.sealing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/** A key and the fingerprint by which what it sealed names it. */
record Key(String id, SecretKeySpec secret) {
    private static final int BYTES = 32;
    private static final int FINGERPRINT = 8;

    static Key parse(String base64) {
        byte[] bytes = decode(base64);
        if (bytes.length != BYTES) {
            throw new IllegalStateException(
                    "A contact key must be 256 bits in base64; make one by: openssl rand -base64 32");
        }
        return of(bytes);
    }

    static Key of(byte[] bytes) {
        return new Key(fingerprint(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
