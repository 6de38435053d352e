package org.nuanxin.dispatch.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An event as subscribers are told of it: ids and codes, no person's data.
 *
 * @param recipients subjects whom it concerns; each hears of it through the client they come through
 * @param placePath where it happened, from the street down
 */
record Notice(
        MessageType type, Instant at, Collection<String> recipients, List<String> placePath, Map<String, Object> data) {

    /** For a client: one message to each recipient of its own, whose subject begins with its name, or to the client itself. */
    Stream<Map<String, Object>> dataFor(String client) {
        return recipients.stream()
                .distinct()
                .filter(subject -> subject.equals(client) || subject.startsWith(client + ":"))
                .map(subject -> with("recipient", subject));
    }

    /** For whoever watches a place: one message, with all recipients. */
    Map<String, Object> dataForPlace() {
        return with("recipients", recipients.stream().distinct().toList());
    }

    private Map<String, Object> with(String key, Object value) {
        Map<String, Object> addressed = new LinkedHashMap<>();
        addressed.put(key, value);
        addressed.putAll(data);
        return addressed;
    }
}
