package org.nuanxin.volunteer.directory;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Check;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;

/** Names of service types and places; what has none yet goes by its code. */
public record Wording(Map<String, ServiceTypeDefined> types, Map<String, PlaceDefined> places) {
    /** A code and its name in the caller's language. */
    public record Named(String code, String name) {}

    public Named type(String code, String language) {
        return new Named(code, type(code).map(type -> type.name().in(language)).orElse(code));
    }

    public @Nullable String fee(String code, String language) {
        return type(code).map(type -> type.fee().in(language)).orElse(null);
    }

    public List<Named> checks(String code, List<String> checks, String language) {
        Map<String, String> names = type(code).map(ServiceTypeDefined::checks).orElse(List.of()).stream()
                .collect(toMap(Check::code, check -> check.name().in(language)));
        return checks.stream()
                .map(check -> new Named(check, names.getOrDefault(check, check)))
                .toList();
    }

    /** From the community down to the micro-grid: a door is for whoever holds the request only. */
    public String area(List<String> placePath, String language) {
        return placePath.stream()
                .flatMap(id -> Optional.ofNullable(places.get(id)).stream())
                .filter(place -> place.level() != Level.STREET && place.level() != Level.BUILDING)
                .map(place -> place.name().in(language))
                .collect(joining(" "));
    }

    private Optional<ServiceTypeDefined> type(String code) {
        return Optional.ofNullable(types.get(code));
    }
}
