package org.nuanxin.journeys.faults;

import static java.util.stream.Collectors.groupingBy;
import static org.nuanxin.journeys.faults.Violation.Kind.DOUBLED;
import static org.nuanxin.journeys.faults.Violation.Kind.LOST;
import static org.nuanxin.journeys.faults.Violation.Kind.WRONG;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nuanxin.journeys.faults.Violation.Kind;

/** What must hold of what was said about one request. */
final class StoryRules {
    private static final String DISPATCHES = "dispatch.dispatches.v1";

    private final Map<String, String> statuses = new HashMap<>();

    StoryRules(Store dispatch) {
        dispatch.table("select request_id, status from dispatch").forEach(row -> statuses.put(row.get(0), row.get(1)));
    }

    Stream<Violation> broken(Collection<Event> told) {
        Map<String, List<Event>> stories = told.stream()
                .filter(event ->
                        event.topic().equals(DISPATCHES) || event.topic().equals("volunteer.answers.v1"))
                .collect(groupingBy(Event::subject));
        return stories.entrySet().stream().flatMap(story -> broken(story.getKey(), story.getValue()));
    }

    private Stream<Violation> broken(String request, List<Event> all) {
        List<Event> told =
                all.stream().filter(event -> event.topic().equals(DISPATCHES)).toList();
        Course course = Course.of(told);
        String end = statuses.getOrDefault(request, "nowhere");
        return Stream.of(
                        Violation.all(WRONG, "off every course", course.wrong()),
                        course.end().equals(end)
                                ? Stream.<Violation>empty()
                                : one(LOST, "told to be %s and is %s".formatted(course.end(), end), request),
                        versions(request, told),
                        words(all),
                        once(told),
                        early(told))
                .flatMap(violations -> violations);
    }

    private static Stream<Violation> versions(String request, List<Event> told) {
        List<Integer> versions = told.stream().map(Event::version).sorted().toList();
        int last = versions.isEmpty() ? 0 : versions.getLast();
        Set<Integer> each = new HashSet<>(versions);
        return Stream.concat(
                each.size() < versions.size() ? one(DOUBLED, "a version told twice", request) : Stream.empty(),
                IntStream.rangeClosed(1, last).allMatch(each::contains)
                        ? Stream.empty()
                        : one(LOST, "a version never told", request));
    }

    /** Every acceptance gets exactly one word. */
    private static Stream<Violation> words(List<Event> all) {
        Map<String, List<Event>> byOffer = all.stream()
                .filter(event -> event.body().hasNonNull("offerId"))
                .collect(groupingBy(event -> event.text("offerId")));
        return byOffer.values().stream()
                .filter(offer -> offer.stream().anyMatch(event -> event.type().equals("OfferAccepted")))
                .flatMap(offer -> {
                    long words = offer.stream()
                            .filter(event -> Set.of("RequestAssigned", "AcceptanceRejected")
                                    .contains(event.type()))
                            .count();
                    String about = offer.getFirst().text("offerId");
                    if (words == 0) return one(LOST, "an acceptance without a word", about);
                    return words > 1 ? one(DOUBLED, "an acceptance with two words", about) : Stream.<Violation>empty();
                });
    }

    /** Each clock's event happens once a round, each wait ends once; a clock that was set anew may warn anew. */
    private static Stream<Violation> once(List<Event> told) {
        if (told.stream().anyMatch(event -> event.type().equals("DeadlineMoved"))) return Stream.empty();
        Set<String> seen = new HashSet<>();
        return told.stream()
                .filter(event ->
                        Set.of("ClockBreached", "ClockWarned", "OfferLapsed").contains(event.type()))
                .filter(event -> !seen.add(event.type()
                        + event.text("clock")
                        + event.text("round")
                        + event.text("stage")
                        + event.text("offerId")))
                .flatMap(event -> one(DOUBLED, "fired twice", event.toString()));
    }

    private static Stream<Violation> early(List<Event> told) {
        Map<String, Event> made = new HashMap<>();
        told.stream()
                .filter(event -> event.type().equals("OfferMade"))
                .forEach(event -> made.put(event.text("offerId"), event));
        return told.stream()
                .filter(event -> switch (event.type()) {
                    case "ClockBreached" -> event.at().isBefore(event.instant("dueAt"));
                    case "OfferLapsed" -> {
                        Event offer = made.get(event.text("offerId"));
                        yield offer == null || event.at().isBefore(offer.instant("waitUntil"));
                    }
                    default -> false;
                })
                .flatMap(event -> one(WRONG, "fired early", event.toString()));
    }

    private static Stream<Violation> one(Kind kind, String what, String about) {
        return Violation.all(kind, what, List.of(about));
    }
}
