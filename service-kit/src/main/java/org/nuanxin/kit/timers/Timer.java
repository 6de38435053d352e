package org.nuanxin.kit.timers;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is to happen to a subject at a time. Setting it again moves it.
 *
 * @param kind what is to happen; may carry a qualifier ({@code OFFER_WAIT:<id>}), since (subject, kind) is the key
 */
public record Timer(UUID subject, String kind, Instant dueAt) {
    public TimerKey key() {
        return new TimerKey(subject, kind);
    }
}
