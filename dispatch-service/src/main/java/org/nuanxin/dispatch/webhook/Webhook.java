package org.nuanxin.dispatch.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wants to be told of what.
 *
 * @param forClient whether it hears what concerns the people of its owner, a client; else what happens in a place
 * @param placePath from the street down to the place it watches; empty for everywhere
 * @param disabledAt since when its address has been gone for good, null while it is in use
 */
record Webhook(
        UUID id,
        String owner,
        boolean forClient,
        List<String> placePath,
        String url,
        List<MessageType> types,
        Instant createdAt,
        @Nullable Instant disabledAt) {

    @Nullable
    String place() {
        return placePath.isEmpty() ? null : placePath.getLast();
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    Subscription subscription() {
        return new Subscription(id, forClient ? owner : null, place(), types);
    }
}
