package org.nuanxin.dispatch.policies;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.policy.Layers;
import org.nuanxin.dispatch.policy.NamedCalendars;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.policy.PolicyParts;

/**
 * What a new round would go by, at time scale 1.
 *
 * @param key what its rounds keep
 * @param policy with every part
 * @param sources the version of the scope that each part is from, such as {@code community-1:*:urgent@2}
 * @param calendars the versions of the calendars that the window and the closure clock go by
 */
record EffectivePolicy(
        PolicyKey key, PolicyParts policy, Map<String, String> sources, Map<String, CalendarKey> calendars) {
    static EffectivePolicy of(Layers layers, NamedCalendars named) {
        Policy policy = layers.policy(named);
        Map<String, String> sources = new LinkedHashMap<>();
        layers.sources().forEach((part, key) -> sources.put(part, key.text()));
        return new EffectivePolicy(
                policy.key(),
                layers.merged().with(policy.key()),
                sources,
                Map.of(
                        "window", policy.calendars().window().key(),
                        "closure", policy.calendars().closure().key()));
    }
}
