package org.nuanxin.dispatch.handling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Ids that follow from what they name, so that the same input always makes the same ones. */
final class Ids {
    private Ids() {}

    static UUID of(UUID owner, String what, Object which) {
        return UUID.nameUUIDFromBytes((owner + ":" + what + ":" + which).getBytes(UTF_8));
    }
}
