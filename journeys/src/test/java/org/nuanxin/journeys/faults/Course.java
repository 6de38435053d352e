package org.nuanxin.journeys.faults;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The life of one request as dispatch told it: whether it went only where a request can go. */
final class Course {
    private static final Set<String> UNHELD = Set.of("NEW", "WAITING", "SEARCHING", "MANUAL", "RELEASED");
    private static final Set<String> HELD = Set.of("ASSIGNED", "ON_THE_WAY", "IN_PROGRESS");
    private static final Set<String> ENDINGS_OPEN_AGAIN = Set.of("NEW", "WAITING", "RELEASED", "COMPLETED", "CLOSED");

    private record Step(Set<String> from, String to) {}

    private static final Map<String, Step> STEPS = Map.ofEntries(
            Map.entry("SearchPlanned", new Step(ENDINGS_OPEN_AGAIN, "WAITING")),
            Map.entry("SearchStarted", new Step(ENDINGS_OPEN_AGAIN, "SEARCHING")),
            Map.entry("SearchHandedToDesk", new Step(UNHELD, "MANUAL")),
            Map.entry("RequestAssigned", new Step(UNHELD, "ASSIGNED")),
            Map.entry("HelperSetOff", new Step(Set.of("ASSIGNED"), "ON_THE_WAY")),
            Map.entry("HelperArrived", new Step(Set.of("ASSIGNED", "ON_THE_WAY"), "IN_PROGRESS")),
            Map.entry("AssignmentReleased", new Step(HELD, "RELEASED")),
            Map.entry("RequestCompleted", new Step(HELD, "COMPLETED")),
            Map.entry("RequestClosed", new Step(Set.of("COMPLETED"), "CLOSED")),
            Map.entry("RequestCalledOff", new Step(union(UNHELD, HELD), "WITHDRAWN")),
            Map.entry("RequestReferred", new Step(union(UNHELD, HELD), "REFERRED")),
            Map.entry("RequestDeclined", new Step(union(UNHELD, HELD), "DECLINED")));

    private final List<String> wrong = new ArrayList<>();
    private String state = "NEW";

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    static Course of(List<Event> told) {
        Course course = new Course();
        told.stream().sorted(Comparator.comparingInt(Event::version)).forEach(course::goes);
        return course;
    }

    private void goes(Event event) {
        Step step = STEPS.get(event.type());
        if (step == null) return;
        if (!step.from().contains(state)) wrong.add("%s when it was %s".formatted(event, state));
        state = step.to();
    }

    List<String> wrong() {
        return wrong;
    }

    String end() {
        return state;
    }
}
