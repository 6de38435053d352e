package org.nuanxin.dispatch.policies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.nuanxin.dispatch.calendar.BuiltInCalendars;
import org.nuanxin.dispatch.calendar.CalendarKey;
import org.nuanxin.dispatch.calendar.WorkCalendar;
import org.nuanxin.dispatch.policy.DefaultPolicies;
import org.nuanxin.dispatch.policy.Layers;
import org.nuanxin.dispatch.policy.NamedCalendars;
import org.nuanxin.dispatch.policy.Policy;
import org.nuanxin.dispatch.policy.PolicyCheck;
import org.nuanxin.dispatch.policy.PolicyKey;
import org.nuanxin.dispatch.policy.PolicyParts;
import org.nuanxin.events.Urgency;

/** All that has ever been set for policies and calendars, and what it comes to for a request, at a time scale. */
final class Pages {
    private static final Logger LOG = Logger.getLogger(Pages.class);

    private final Map<PolicyKey, PolicyParts> parts = new HashMap<>();
    private final Map<String, PolicyParts> newestParts = new HashMap<>();
    private final Map<CalendarKey, WorkCalendar> calendars = new HashMap<>();
    private final Map<String, WorkCalendar> newestCalendars = new HashMap<>();
    private final int timeScale;
    private final Map<PolicyKey, Policy> known = new ConcurrentHashMap<>();
    private final Map<List<PolicyScope>, Policy> chosen = new ConcurrentHashMap<>();

    Pages(Collection<PolicyParts> set, Collection<WorkCalendar> hours, int timeScale) {
        this.timeScale = timeScale;
        for (Urgency urgency : Urgency.values()) add(DefaultPolicies.parts(urgency));
        BuiltInCalendars.all().forEach(this::add);
        set.forEach(this::add);
        hours.forEach(this::add);
    }

    /** The same where this had been set, too. */
    Pages with(PolicyParts one) {
        Pages changed = new Pages(parts.values(), calendars.values(), timeScale);
        changed.add(one);
        return changed;
    }

    Pages with(WorkCalendar one) {
        Pages changed = new Pages(parts.values(), calendars.values(), timeScale);
        changed.add(one);
        return changed;
    }

    boolean hasAll(Collection<PolicyKey> keys) {
        return keys.stream().allMatch(this::has);
    }

    /** What a round goes by that has begun under this key. */
    Policy policy(PolicyKey key) {
        return known.computeIfAbsent(key, this::resolved);
    }

    /** What a new round goes by. One that could not be kept is never taken: the wider scopes hold instead. */
    Policy newest(List<PolicyScope> nearestFirst) {
        return chosen.computeIfAbsent(nearestFirst, scopes -> {
            Layers layers = layers(scopes);
            while (!faultless(layers)) layers = layers.withoutNearest();
            return policy(layers.policy(newestCalendars()).key());
        });
    }

    Layers layers(List<PolicyScope> nearestFirst) {
        PolicyParts builtIn = DefaultPolicies.parts(nearestFirst.getLast().urgency());
        Stream<PolicyParts> set =
                nearestFirst.stream().flatMap(scope -> Stream.ofNullable(newestParts.get(scope.text())));
        return new Layers(Stream.concat(set, Stream.of(builtIn)).distinct().toList());
    }

    Optional<PolicyParts> newest(PolicyScope scope) {
        return Optional.ofNullable(newestParts.get(scope.text()));
    }

    NamedCalendars newestCalendars() {
        return code -> Optional.ofNullable(newestCalendars.get(code));
    }

    Collection<WorkCalendar> calendars() {
        return newestCalendars.values();
    }

    /** Those for which there is something to say. */
    Set<PolicyScope> scopes() {
        return newestParts.keySet().stream()
                .map(PolicyScope::parse)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private void add(PolicyParts one) {
        PolicyKey key = Objects.requireNonNull(one.key());
        parts.put(key, one);
        newestParts.merge(key.scope(), one, (was, now) -> version(was) < version(now) ? now : was);
    }

    private void add(WorkCalendar one) {
        calendars.put(one.key(), one);
        newestCalendars.merge(
                one.key().code(),
                one,
                (was, now) -> was.key().version() < now.key().version() ? now : was);
    }

    private boolean has(PolicyKey key) {
        return parts.keySet().containsAll(key.scopes())
                && key.calendars().entrySet().stream()
                        .allMatch(named -> calendars.containsKey(new CalendarKey(named.getKey(), named.getValue())));
    }

    private Policy resolved(PolicyKey key) {
        List<PolicyParts> layers = new ArrayList<>();
        key.scopes().forEach(scope -> layers.add(Objects.requireNonNull(parts.get(scope), () -> "no policy " + scope)));
        PolicyScope.parse(key.scope())
                .map(PolicyScope::urgency)
                .map(DefaultPolicies::parts)
                .ifPresent(layers::add);
        Policy policy = new Layers(layers).policy(calendarsOf(key));
        return policy.dividedBy(timeScale);
    }

    private NamedCalendars calendarsOf(PolicyKey key) {
        Map<String, Integer> set = key.calendars();
        return code -> Optional.ofNullable(calendars.get(new CalendarKey(code, set.getOrDefault(code, 0))));
    }

    private boolean faultless(Layers layers) {
        if (layers.nearestFirst().size() == 1) return true;
        var faults = PolicyCheck.faults(layers.policy(newestCalendars()));
        if (!faults.isEmpty()) LOG.errorf("%s is left out, since it could not be kept: %s", layers.sources(), faults);
        return faults.isEmpty();
    }

    private static int version(PolicyParts one) {
        return Stream.ofNullable(one.key())
                .mapToInt(PolicyKey::version)
                .findFirst()
                .orElse(0);
    }
}
