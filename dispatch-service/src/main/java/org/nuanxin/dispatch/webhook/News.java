package org.nuanxin.dispatch.webhook;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.nuanxin.events.Event;

/**
 * What has happened to one request, and whom it concerns.
 *
 * @param parties subjects of whoever asked: the resident, who reported it, who is to be helped
 * @param placePath ids from the street down
 * @param asked subjects of the volunteers behind the offers, by offer
 */
public record News(
        Set<String> parties, List<String> placePath, Map<UUID, String> asked, List<? extends Event> events) {}
