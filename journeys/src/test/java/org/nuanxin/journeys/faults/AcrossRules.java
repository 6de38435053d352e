package org.nuanxin.journeys.faults;

import static java.util.stream.Collectors.toSet;
import static org.nuanxin.journeys.faults.Violation.Kind.DOUBLED;
import static org.nuanxin.journeys.faults.Violation.Kind.LOST;
import static org.nuanxin.journeys.faults.Violation.Kind.WRONG;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What must hold between the services: what one says, the others have taken in, once. */
final class AcrossRules {
    /** Of positions no trail is kept, in the journal neither. */
    private static final String POSITIONS = "volunteer.positions.v1";

    private static final Set<String> SHOWN = Set.of("dispatch.dispatches.v1", "feedback.ratings.v1");

    private final Rig rig;
    private final Collection<Event> told;
    private final Predicate<Event> poison;

    AcrossRules(Rig rig, Collection<Event> told, Set<String> poison) {
        this.rig = rig;
        this.told = told;
        this.poison = event -> poison.contains(event.id()) || poison.contains(event.subject());
    }

    Stream<Violation> broken() {
        return Stream.of(
                        rig.stores().stream().flatMap(this::journal),
                        rig.stores().stream().flatMap(this::inbox),
                        timelines(),
                        projections(),
                        ratings(),
                        rig.stores().stream().flatMap(AcrossRules::deadLetters))
                .flatMap(violations -> violations);
    }

    private Stream<Violation> journal(Store store) {
        Set<String> recorded =
                new HashSet<>(store.rows("select event_id from journal where topic <> '" + POSITIONS + "'"));
        Set<String> sent = told.stream()
                .filter(event -> event.topic().startsWith(store.service() + "."))
                .filter(event -> !event.topic().equals(POSITIONS))
                .filter(poison.negate())
                .map(Event::id)
                .collect(toSet());
        return Stream.concat(
                Violation.all(LOST, store.service() + ", recorded and not in Kafka", without(recorded, sent)),
                Violation.all(LOST, store.service() + ", in Kafka and not recorded", without(sent, recorded)));
    }

    private Stream<Violation> inbox(Store store) {
        Set<String> marked = new HashSet<>(store.rows("select event_id from inbox"));
        List<String> topics = Told.READERS.getOrDefault(store.service(), List.of());
        return Violation.all(
                LOST,
                store.service() + ", told and not taken in",
                told.stream()
                        .filter(event -> topics.contains(event.topic()) && !marked.contains(event.id()))
                        .filter(poison.negate())
                        .map(Event::toString)
                        .toList());
    }

    /** The resident is shown everything that dispatch and feedback said, the board everything that dispatch said. */
    private Stream<Violation> timelines() {
        Set<String> submitted = new HashSet<>(rig.store("intake").rows("select request_id from request"));
        return Stream.concat(
                missing("intake", event -> SHOWN.contains(event.topic()) && submitted.contains(event.subject())),
                missing("dispatch", event -> event.topic().equals("dispatch.dispatches.v1")));
    }

    private Stream<Violation> missing(String service, Predicate<Event> shown) {
        Set<String> entries = new HashSet<>(rig.store(service).rows("""
                select subject, type, coalesce(data::json ->> 'version', data::json ->> 'at') from timeline"""));
        return Violation.all(
                LOST,
                service + ", told and in no timeline",
                told.stream()
                        .filter(shown.and(poison.negate()))
                        .filter(event -> !entries.contains(entry(event)))
                        .map(Event::toString)
                        .toList());
    }

    /** A version is given once; what has none is told by its moment. */
    private static String entry(Event event) {
        return "%s %s %s"
                .formatted(
                        event.subject(), event.type(), event.text(event.body().has("version") ? "version" : "at"));
    }

    private Stream<Violation> projections() {
        Map<String, String> shown = statuses("intake", "select request_id, status from progress");
        Map<String, String> rated = statuses("feedback", "select request_id, status from matter");
        Map<String, String> really = statuses("dispatch", "select request_id, status from dispatch");
        return Stream.of(
                        Violation.all(LOST, "submitted and not in dispatch", without(shown.keySet(), really.keySet())),
                        Violation.all(LOST, "submitted and not in feedback", without(shown.keySet(), rated.keySet())),
                        Violation.all(
                                WRONG, "in dispatch and never submitted", without(really.keySet(), shown.keySet())),
                        Violation.all(WRONG, "intake says otherwise than dispatch", different(really, shown)),
                        Violation.all(WRONG, "feedback says otherwise than dispatch", different(ends(really), rated)))
                .flatMap(violations -> violations);
    }

    private Map<String, String> statuses(String service, String sql) {
        Map<String, String> statuses = new HashMap<>();
        rig.store(service)
                .table(sql)
                .forEach(row -> statuses.put(row.get(0), row.get(1).toUpperCase(Locale.ROOT)));
        return statuses;
    }

    /** Feedback knows ends only. */
    private static Map<String, String> ends(Map<String, String> really) {
        Set<String> ends = Set.of("COMPLETED", "CLOSED", "WITHDRAWN", "REFERRED", "DECLINED");
        Map<String, String> known = new HashMap<>();
        really.forEach((request, status) -> known.put(request, ends.contains(status) ? status : "OPEN"));
        return known;
    }

    private static List<String> different(Map<String, String> really, Map<String, String> shown) {
        return really.entrySet().stream()
                .filter(each -> shown.containsKey(each.getKey()))
                .filter(each -> !each.getValue().equals(shown.get(each.getKey())))
                .map(each -> "%s is %s, not %s".formatted(each.getKey(), each.getValue(), shown.get(each.getKey())))
                .toList();
    }

    private Stream<Violation> ratings() {
        Map<String, Integer> said = new HashMap<>();
        told.stream()
                .filter(event -> event.type().equals("RequestRated"))
                .filter(poison.negate())
                .forEach(event -> said.merge(event.subject(), 1, Integer::sum));
        Map<String, Integer> kept = new HashMap<>();
        rig.store("feedback")
                .table("select request_id, count(*) from rating group by request_id")
                .forEach(row -> kept.put(row.get(0), Integer.valueOf(row.get(1))));
        return Violation.all(
                DOUBLED,
                "ratings told otherwise than kept",
                said.entrySet().stream()
                        .filter(each -> !each.getValue().equals(kept.get(each.getKey())))
                        .map(Object::toString)
                        .toList());
    }

    private static Stream<Violation> deadLetters(Store store) {
        return Violation.all(LOST, store.service() + ", put aside", store.rows("""
                select type, event_id, subject, reason from dead_letter where replayed_at is null"""));
    }

    static List<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(each -> !others.contains(each)).sorted().toList();
    }
}
