package org.nuanxin.dispatch.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.DirectoryEvent.PlaceDefined;
import org.nuanxin.events.DirectoryEvent.ServiceTypeDefined;
import org.nuanxin.kit.transactions.Sql;

/** Places and service types at their newest versions. */
@ApplicationScoped
public class Directory {
    // a path crosses as one text, since the arrays of a set would have to be of one length
    private static final String DEFINE_PLACES = """
            insert into place (place_id, version, level, path)
            select place_id, version, level, string_to_array(path, chr(31))
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) as p(place_id, version, level, path)
            on conflict (place_id) do update set version = excluded.version, level = excluded.level, path = excluded.path
            where place.version < excluded.version
            """;
    private static final String DEFINE_TYPES = """
            insert into service_type (code, version)
            select code, version from unnest($1::text[], $2::bigint[]) as t(code, version)
            on conflict (code) do update set version = excluded.version where service_type.version < excluded.version
            """;

    private final Sql sql;

    Directory(Sql sql) {
        this.sql = sql;
    }

    Uni<Void> definePlaces(Collection<PlaceDefined> told) {
        List<PlaceDefined> places = newest(told, PlaceDefined::placeId, PlaceDefined::version);
        return places.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(
                                DEFINE_PLACES,
                                texts(places, PlaceDefined::placeId),
                                places.stream().map(PlaceDefined::version).toArray(Long[]::new),
                                texts(places, place -> place.level().name()),
                                texts(places, place -> String.join("\u001f", place.path())))
                        .replaceWithVoid();
    }

    Uni<Void> defineTypes(Collection<ServiceTypeDefined> told) {
        List<ServiceTypeDefined> types = newest(told, ServiceTypeDefined::code, ServiceTypeDefined::version);
        return types.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.update(
                                DEFINE_TYPES,
                                texts(types, ServiceTypeDefined::code),
                                types.stream().map(ServiceTypeDefined::version).toArray(Long[]::new))
                        .replaceWithVoid();
    }

    /** Ids from the street down to the place, empty where it is not known. */
    public Uni<Optional<List<String>>> pathOf(String placeId) {
        return sql.query(row -> row.texts(0), "select path from place where place_id = $1", placeId)
                .map(rows -> rows.stream().findFirst());
    }

    /** The paths of those that are known. */
    public Uni<Map<String, List<String>>> paths(Collection<String> placeIds) {
        return sql.query(row -> row.texts(0), "select path from place where place_id = any($1)", (Object)
                        Sql.texts(placeIds))
                .map(paths -> paths.stream().collect(Collectors.toMap(List::getLast, Function.identity())));
    }

    public Uni<Boolean> hasType(String code) {
        return sql.query("select 1 from service_type where code = $1", code).map(rows -> !rows.isEmpty());
    }

    /** The communities that lie in one of the places, or in which one of them lies. */
    public Uni<List<String>> communitiesOf(Collection<String> places) {
        return sql.query(row -> row.text(0), """
                select place_id from place where level = $2 and (
                    path && $1::text[] or place_id in (select unnest(path) from place where place_id = any($1)))
                order by place_id
                """, Sql.texts(places), Level.COMMUNITY);
    }

    /** One statement may touch a row only once. */
    private static <T> List<T> newest(Collection<T> told, Function<T, String> id, ToLongFunction<T> version) {
        BinaryOperator<T> newer = (one, other) -> version.applyAsLong(one) < version.applyAsLong(other) ? other : one;
        Map<String, T> byId = told.stream().collect(Collectors.toMap(id, one -> one, newer, TreeMap::new));
        return List.copyOf(byId.values());
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
