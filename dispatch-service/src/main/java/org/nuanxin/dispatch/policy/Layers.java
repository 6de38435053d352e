package org.nuanxin.dispatch.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What holds together for one request: the nearest scope first, the last sets every part. */
public record Layers(List<PolicyParts> nearestFirst) {

    /** Where each part comes from: the nearest scope that sets it. */
    public Map<String, PolicyKey> sources() {
        Map<String, PolicyKey> sources = new LinkedHashMap<>();
        for (PolicyParts layer : nearestFirst)
            layer.set().keySet().forEach(part -> sources.putIfAbsent(part, keyOf(layer)));
        return sources;
    }

    /** Its key names no more than what it is made of: what else changes does not concern it. */
    public Policy policy(NamedCalendars named) {
        PolicyParts merged = merged();
        Calendars calendars = merged.calendars(named);
        var used = List.copyOf(sources().values());
        List<PolicyKey> nearest =
                nearestFirst.stream().map(Layers::keyOf).filter(used::contains).toList();
        return merged.whole(PolicyKey.of(nearest, calendars.set()), calendars);
    }

    /** What it comes to, with every part. */
    public PolicyParts merged() {
        return nearestFirst.stream().reduce(PolicyParts::over).orElseThrow();
    }

    /** The same as if the nearest scope had set nothing. */
    public Layers withoutNearest() {
        List<PolicyParts> wider = new ArrayList<>(nearestFirst);
        wider.removeFirst();
        return new Layers(List.copyOf(wider));
    }

    private static PolicyKey keyOf(PolicyParts layer) {
        return Objects.requireNonNull(layer.key());
    }
}
