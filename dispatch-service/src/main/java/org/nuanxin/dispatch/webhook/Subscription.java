package org.nuanxin.dispatch.webhook;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is to be told.
 *
 * @param client the client that hears what concerns its own people; null where it watches a place
 * @param place with all below it; null, where {@code client} is too, for everywhere
 */
record Subscription(
        UUID webhookId, @Nullable String client, @Nullable String place, Collection<MessageType> types) {

    /** The data of the messages that a notice makes for it. */
    Stream<Map<String, Object>> messages(Notice notice) {
        if (!types.contains(notice.type())) return Stream.empty();
        if (client != null) return notice.dataFor(client);
        boolean here = place == null || notice.placePath().contains(place);
        return here ? Stream.of(notice.dataForPlace()) : Stream.empty();
    }
}
