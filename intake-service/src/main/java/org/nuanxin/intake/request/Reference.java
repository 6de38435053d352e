package org.nuanxin.intake.request;

import java.security.SecureRandom;
import java.util.Locale;

/** What people say on the phone: {@code NX-7K3F-92QD}. It cannot be guessed, and no letter is taken for another (no I, L, O, U). */
public final class Reference {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
    private static final int LETTERS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    public static String next() {
        long bits = RANDOM.nextLong();
        StringBuilder reference = new StringBuilder("NX-");
        for (int i = 0; i < LETTERS; i++) {
            reference.append(i == LETTERS / 2 ? "-" : "").append(ALPHABET.charAt((int) (bits >>> (5 * i)) & 31));
        }
        return reference.toString();
    }

    /** As it is stored, from what somebody has written down: 0 for O, 1 for I and L, whatever the case. */
    static String normal(String written) {
        String upper = written.strip().toUpperCase(Locale.ROOT);
        String letters = upper.replaceFirst("^NX-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return "NX-" + letters.replaceAll("[^0-9A-Z-]", "");
    }
}
