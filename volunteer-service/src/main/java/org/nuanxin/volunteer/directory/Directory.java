package org.nuanxin.volunteer.directory;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.nuanxin.events.DirectoryEvent;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;
import org.nuanxin.kit.journal.EventJson;
import org.nuanxin.kit.problems.NotYetKnown;
import org.nuanxin.kit.timeline.Timeline;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;

/** The tree of places and the catalogue, as far as they are known here. */
@ApplicationScoped
public class Directory {
    private static final Duration UNDER_WAY = Duration.ofSeconds(2);
    private static final String PUT = """
            insert into directory_entry (entry_key, version, definition)
            select * from unnest($1::text[], $2::bigint[], $3::text[])
            on conflict (entry_key) do update set version = excluded.version, definition = excluded.definition
            where directory_entry.version < excluded.version
            """;

    private final Transactions transactions;
    private final Timeline timeline;
    private final Sql sql;

    Directory(Transactions transactions, Timeline timeline, Sql sql) {
        this.transactions = transactions;
        this.timeline = timeline;
        this.sql = sql;
    }

    /** The paths of these places by their ids; waits a moment for those under way, then fails with NotYetKnown. */
    public Uni<Map<String, List<String>>> paths(Set<String> placeIds) {
        String oneOfThem = "place:" + placeIds.iterator().next();
        return timeline.await(oneOfThem, UNDER_WAY, () -> transactions.read(() -> pathsIfAllKnown(placeIds)))
                .map(paths -> paths.orElseThrow(NotYetKnown::new));
    }

    /** The names of these service types and places; read in the current session. */
    public Uni<Wording> wording(Collection<String> typeCodes, Collection<String> placeIds) {
        return entries(keys("type:", typeCodes))
                .chain(types -> entries(keys("place:", placeIds))
                        .map(places -> new Wording(
                                all(types, ServiceTypeDefined.class, ServiceTypeDefined::code),
                                all(places, PlaceDefined.class, PlaceDefined::placeId))));
    }

    /** Keeps the newest of each; whoever waits for one is woken. */
    Uni<Void> learn(List<DirectoryEvent> events) {
        Map<String, DirectoryEvent> newest = new TreeMap<>();
        events.forEach(event ->
                newest.merge(event.key(), event, (one, other) -> one.version() > other.version() ? one : other));
        Collection<DirectoryEvent> entries = newest.values();
        return sql.update(
                        PUT,
                        Sql.texts(newest.keySet()),
                        entries.stream().map(DirectoryEvent::version).toArray(Long[]::new),
                        entries.stream().map(EventJson::write).toArray(String[]::new))
                .chain(() -> wake(List.copyOf(entries)));
    }

    private Uni<Void> wake(List<DirectoryEvent> entries) {
        return entries.stream()
                .map(entry -> timeline.add(entry.key(), entry))
                .reduce(Uni.createFrom().voidItem(), (done, next) -> done.chain(() -> next));
    }

    private Uni<Optional<Map<String, List<String>>>> pathsIfAllKnown(Set<String> placeIds) {
        return entries(keys("place:", placeIds))
                .map(found -> Optional.of(found)
                        .filter(places -> places.size() == placeIds.size())
                        .map(places -> all(places, PlaceDefined.class, PlaceDefined::placeId).values().stream()
                                .collect(toMap(PlaceDefined::placeId, PlaceDefined::path))));
    }

    private Uni<List<String>> entries(String[] keys) {
        return sql.query(
                (SqlRow row) -> row.text(0),
                "select definition from directory_entry where entry_key = any($1)",
                (Object) keys);
    }

    private static String[] keys(String prefix, Collection<String> ids) {
        return ids.stream().distinct().map(prefix::concat).toArray(String[]::new);
    }

    private static <E extends DirectoryEvent> Map<String, E> all(
            List<String> definitions, Class<E> type, Function<E, String> id) {
        return definitions.stream()
                .map(definition -> EventJson.stored(definition, type))
                .collect(toMap(id, entry -> entry));
    }
}
