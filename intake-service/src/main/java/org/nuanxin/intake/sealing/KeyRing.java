package org.nuanxin.intake.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Seals with the newest key and opens with any of them: AES-256-GCM, {@code <key id>:<nonce and ciphertext in base64>}. */
final class KeyRing {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Key newest;
    private final Map<String, Key> all;

    KeyRing(Key newest, Stream<Key> former) {
        this.newest = newest;
        this.all = Stream.concat(Stream.of(newest), former)
                .collect(Collectors.toUnmodifiableMap(Key::id, key -> key, (one, same) -> one));
    }

    String seal(String plain, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] content = plain.getBytes(UTF_8);
        byte[] sealed = new byte[NONCE_BYTES + content.length + TAG_BITS / 8];
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, newest, nonce, owner).doFinal(content, 0, content.length, sealed, NONCE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        return newest.id() + ":" + Base64.getEncoder().encodeToString(sealed);
    }

    String open(String sealed, String owner) {
        int colon = sealed.indexOf(':');
        Key key = all.get(sealed.substring(0, colon));
        if (key == null) {
            throw new IllegalStateException("the key " + sealed.substring(0, colon) + " is not among the contact keys");
        }
        byte[] bytes = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, owner);
            return new String(cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed for somebody else, or tampered with", e);
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(UTF_8));
        return cipher;
    }
}
