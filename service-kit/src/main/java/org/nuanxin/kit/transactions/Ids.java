package org.nuanxin.kit.transactions;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Ids that sort by time: UUID version 7 (RFC 9562, section 5.7). */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int DRAWN_AT_ONCE = 1024;

    // a call of the generator costs more than the bytes it gives
    private static final ThreadLocal<ByteBuffer> DRAWN =
            ThreadLocal.withInitial(() -> ByteBuffer.allocate(DRAWN_AT_ONCE).limit(0));

    private Ids() {}

    /** A new id whose first 48 bits are the milliseconds of {@code now}; the rest is random. */
    public static UUID next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random() & 0xFFFL);
        long low = (random() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static long random() {
        ByteBuffer drawn = DRAWN.get();
        if (drawn.remaining() < Long.BYTES) {
            byte[] fresh = new byte[DRAWN_AT_ONCE];
            RANDOM.nextBytes(fresh);
            drawn.clear().put(fresh).flip();
        }
        return drawn.getLong();
    }
}
