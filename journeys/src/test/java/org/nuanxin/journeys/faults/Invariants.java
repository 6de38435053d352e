package org.nuanxin.journeys.faults;

import static org.nuanxin.journeys.faults.Violation.Kind.DOUBLED;
import static org.nuanxin.journeys.faults.Violation.Kind.LOST;
import static org.nuanxin.journeys.faults.Violation.Kind.WRONG;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Nothing lost, nothing twice, nothing where it must not be. Looked at when all is quiet, by SQL and Kafka only: no class of
 * the product is trusted to judge itself.
 */
final class Invariants implements AutoCloseable {
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private final Rig rig;
    private final Told told;
    private final Leaks leaks;
    private final Set<String> poison = new HashSet<>();
    private final Set<Violation> known = new HashSet<>();

    Invariants(Rig rig) {
        this.rig = rig;
        this.told = new Told(rig);
        this.leaks = new Leaks(rig.logs());
    }

    Told told() {
        return told;
    }

    /** What broke since the last look. Something may always begin anew: what is gone at a second glance was on its way. */
    List<Violation> broken(Street street) {
        poison.addAll(street.history().poison());
        return lasting(() -> Stream.concat(
                glance(),
                Stream.concat(
                        submissions(street, told.byNow()),
                        Violation.all(WRONG, "told too much", street.history().offences()))));
    }

    /** What stands as it must not before anything is struck; it is not told again. */
    List<Violation> standing() {
        return lasting(this::glance);
    }

    private List<Violation> lasting(Supplier<Stream<Violation>> look) {
        Set<Violation> found = new LinkedHashSet<>(look.get().toList());
        if (!found.isEmpty()) {
            Wait.pass(A_WHILE);
            found.retainAll(look.get().toList());
        }
        return found.stream().filter(known::add).toList();
    }

    private Stream<Violation> glance() {
        Collection<Event> events = told.byNow();
        return Stream.of(
                        rig.stores().stream().flatMap(TableRules::broken),
                        new StoryRules(rig.store("dispatch")).broken(ours(events)),
                        new AcrossRules(rig, events, poison).broken(),
                        Violation.all(WRONG, "a personal word", told.personal()),
                        Violation.all(WRONG, "a personal word", leaks.found()))
                .flatMap(violations -> violations);
    }

    private List<Event> ours(Collection<Event> events) {
        return events.stream()
                .filter(event -> !poison.contains(event.id()) && !poison.contains(event.subject()))
                .toList();
    }

    /** Every accepted submission has exactly one request, and exactly one event that says so. */
    private Stream<Violation> submissions(Street street, Collection<Event> events) {
        Set<String> kept = new HashSet<>(rig.store("intake")
                .rows("select request_id from request where service_type = '" + street.type() + "'"));
        Set<String> answered = new HashSet<>();
        street.history().requests().values().forEach(answered::addAll);
        List<String> severalTimes = street.history().requests().entrySet().stream()
                .filter(key -> key.getValue().size() > 1)
                .map(Object::toString)
                .toList();
        List<String> said = events.stream()
                .filter(event -> event.type().equals("RequestSubmitted"))
                .filter(event -> answered.contains(event.subject()))
                .map(Event::subject)
                .toList();
        return Stream.of(
                        Violation.all(DOUBLED, "one key, several requests", severalTimes),
                        Violation.all(LOST, "answered and not kept", AcrossRules.without(answered, kept)),
                        Violation.all(DOUBLED, "kept and not answered", AcrossRules.without(kept, answered)),
                        Violation.all(LOST, "submitted and not told", AcrossRules.without(answered, Set.copyOf(said))),
                        said.size() > Set.copyOf(said).size()
                                ? Violation.all(DOUBLED, "told twice", List.of(street.type()))
                                : Stream.<Violation>empty())
                .flatMap(violations -> violations);
    }

    @Override
    public void close() {
        told.close();
    }
}
