package org.nuanxin.feedback.directory;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.nuanxin.events.DirectoryEvent;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;
import org.nuanxin.events.Names;
import org.nuanxin.kit.transactions.Sql;

/** Where places lie and what places and service types are called. */
@ApplicationScoped
public class Directory {
    // ids hold no blanks, so a path can travel as one text
    private static final String DEFINE = """
            insert into directory (key, version, path, name_zh, name_en)
            select key, version, string_to_array(path, ' '), name_zh, name_en
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[]) as d(key, version, path, name_zh, name_en)
            order by key
            on conflict (key) do update
                set version = excluded.version, path = excluded.path, name_zh = excluded.name_zh, name_en = excluded.name_en
                where excluded.version > directory.version
            """;

    private final Sql sql;

    Directory(Sql sql) {
        this.sql = sql;
    }

    public Uni<Void> define(List<DirectoryEvent> events) {
        Collection<DirectoryEvent> newest = events.stream()
                .collect(toMap(
                        DirectoryEvent::key,
                        Function.identity(),
                        maxBy(Comparator.comparingLong(DirectoryEvent::version)),
                        TreeMap::new))
                .values();
        return sql.update(
                        DEFINE,
                        column(newest, DirectoryEvent::key),
                        newest.stream().map(DirectoryEvent::version).toArray(Long[]::new),
                        column(newest, event -> String.join(" ", path(event))),
                        column(newest, event -> names(event).zh()),
                        column(newest, event -> names(event).en()))
                .replaceWithVoid();
    }

    /** Ids from the street down to the place; empty where no such place is known. */
    public Uni<Optional<List<String>>> pathOf(String placeId) {
        return sql.query(row -> row.texts(0), "select path from directory where key = $1", "place:" + placeId)
                .map(paths -> paths.stream().findFirst());
    }

    private static List<String> path(DirectoryEvent event) {
        return switch (event) {
            case PlaceDefined place -> place.path();
            case ServiceTypeDefined _ -> List.of();
        };
    }

    private static Names names(DirectoryEvent event) {
        return switch (event) {
            case PlaceDefined place -> place.name();
            case ServiceTypeDefined type -> type.name();
        };
    }

    private static String[] column(Collection<DirectoryEvent> events, Function<DirectoryEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }
}
