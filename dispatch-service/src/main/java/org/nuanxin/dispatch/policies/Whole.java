package org.nuanxin.dispatch.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nuanxin.dispatch.policy.Fault;
import org.nuanxin.dispatch.policy.PolicyCheck;
import org.nuanxin.kit.problems.Invalid;

/** Whether everything that has been set still works together, for whatever place and type it is combined. */
final class Whole {
    private static final String NO_TYPE_OF_ITS_OWN = "*";

    private final Map<String, List<String>> paths;

    /** @param paths of the places for which something is set or about to be */
    Whole(Map<String, List<String>> paths) {
        this.paths = paths;
    }

    static Set<String> places(Stream<PolicyScope> scopes) {
        return scopes.flatMap(scope -> Stream.ofNullable(scope.place())).collect(Collectors.toSet());
    }

    void check(Pages before, Pages after, String changed) {
        refuse(faults(before, after, changed));
    }

    /** What a change would break, wherever that is; what was wrong before is not blamed on it. */
    List<Fault> faults(Pages before, Pages after, String changed) {
        Set<String> written = PolicyScope.parse(changed)
                .flatMap(after::newest)
                .map(parts -> parts.set().keySet())
                .orElse(Set.of());
        List<Fault> faults = new ArrayList<>(faults(after, changed, written));
        faults.removeAll(faults(before, changed, written));
        return faults;
    }

    static void refuse(List<Fault> faults) {
        if (faults.isEmpty()) return;
        Invalid invalid = new Invalid();
        faults.forEach(fault -> invalid.and(fault.field(), Whole.class, fault.reason()));
        throw invalid;
    }

    private List<Fault> faults(Pages pages, String changed, Set<String> written) {
        return combinations(pages.scopes())
                .flatMap(scope -> faults(pages, scope)
                        .flatMap(fault -> fault.toldTo(written).stream())
                        .map(fault -> new Fault(in(scope, changed) + fault.field(), fault.reason())))
                .distinct()
                .toList();
    }

    private Stream<Fault> faults(Pages pages, PolicyScope scope) {
        return PolicyCheck.faults(pages.layers(chain(scope)).policy(pages.newestCalendars())).stream();
    }

    List<PolicyScope> chain(PolicyScope scope) {
        String type = scope.type() == null ? NO_TYPE_OF_ITS_OWN : scope.type();
        String place = scope.place();
        List<String> path = place == null ? List.of() : paths.getOrDefault(place, List.of());
        return PolicyScope.of(path, type, scope.urgency()).toList();
    }

    private Stream<PolicyScope> combinations(Set<PolicyScope> set) {
        Set<PolicyScope> all = set.stream()
                .flatMap(where -> set.stream()
                        .filter(what -> what.urgency() == where.urgency())
                        .map(what -> new PolicyScope(where.place(), what.type(), where.urgency())))
                .filter(scope -> scope.place() != null || scope.type() == null)
                .collect(Collectors.toSet());
        return Stream.concat(all.stream(), set.stream()).distinct();
    }

    private static String in(PolicyScope scope, String changed) {
        return scope.text().equals(changed) ? "" : scope.text() + " ";
    }
}
