package org.nuanxin.dispatch.handling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.dispatch.experience.Experience;
import org.nuanxin.events.Event;

/**
 * What came of an input: the new state and what must be recorded with it.
 *
 * @param offers those that have changed
 * @param alerts those that have changed
 * @param timers to set, in the place of any of the same key
 * @param cancelled timers that have lost their reason
 * @param loads by how much the requests held by a volunteer change
 * @param experiences what is to be remembered of volunteers, in its order
 */
public record Decision(
        Handling handling,
        List<Event> events,
        List<Offer> offers,
        List<Alert> alerts,
        Map<TimerKey, Instant> timers,
        Set<TimerKey> cancelled,
        Map<UUID, Integer> loads,
        List<Experience> experiences) {}
