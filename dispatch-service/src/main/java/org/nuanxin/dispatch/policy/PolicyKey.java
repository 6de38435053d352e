package org.nuanxin.dispatch.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.dispatch.calendar.CalendarKey;

/**
 * All that a round goes by, each at its version: running rounds keep theirs, a change applies to new rounds only.
 *
 * @param scope the nearest scope that has set a part
 * @param version 0 for what is built in
 * @param beside whatever else it is made of, the nearest scope first, such as {@code default-urgent@2} and {@code
 *     calendar/workdays-cn@1}; what is built in is not mentioned
 */
public record PolicyKey(String scope, int version, List<String> beside) {
    private static final String CALENDAR = "calendar/";

    /** A round from before policies had parts goes by one scope alone. */
    public PolicyKey(String scope, int version, @Nullable List<String> beside) {
        this.scope = scope;
        this.version = version;
        this.beside = beside == null ? List.of() : List.copyOf(beside);
    }

    public PolicyKey(String scope, int version) {
        this(scope, version, List.of());
    }

    static PolicyKey of(List<PolicyKey> nearestFirst, Stream<CalendarKey> calendars) {
        PolicyKey nearest = nearestFirst.getFirst();
        Stream<String> others =
                nearestFirst.stream().skip(1).filter(key -> key.version > 0).map(PolicyKey::text);
        Stream<String> hours = calendars.map(key -> CALENDAR + key.code() + "@" + key.version());
        return new PolicyKey(
                nearest.scope, nearest.version, Stream.concat(others, hours).toList());
    }

    /** The versions of scopes it is made of, the nearest first. */
    public List<PolicyKey> scopes() {
        Stream<PolicyKey> others =
                beside.stream().filter(text -> !text.startsWith(CALENDAR)).map(PolicyKey::parsed);
        return Stream.concat(Stream.of(new PolicyKey(scope, version)), others).toList();
    }

    /** The versions of calendars that people have set, by their code. */
    public Map<String, Integer> calendars() {
        return beside.stream()
                .filter(text -> text.startsWith(CALENDAR))
                .map(text -> parsed(text.substring(CALENDAR.length())))
                .collect(Collectors.toUnmodifiableMap(PolicyKey::scope, PolicyKey::version));
    }

    public String text() {
        return scope + "@" + version;
    }

    private static PolicyKey parsed(String text) {
        int at = text.lastIndexOf('@');
        return new PolicyKey(text.substring(0, at), Integer.parseInt(text, at + 1, text.length(), 10));
    }
}
