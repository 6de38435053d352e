package org.nuanxin.dispatch.volunteers;

import static java.util.function.Function.identity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuanxin.dispatch.candidates.Helper;
import org.nuanxin.events.Position;
import org.nuanxin.events.PositionEvent.PositionChanged;
import org.nuanxin.events.VolunteerEvent.VolunteerChanged;
import org.nuanxin.kit.journal.EventJson;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Write;

/** The rows of volunteers. Their load is counted here, under a lock of its own after the requests'. */
@ApplicationScoped
public class Volunteers {
    private static final String CHANGE = """
            with told as (
                select * from unnest($1::uuid[], $2::bigint[], $3::text[], $4::int[]) as t(volunteer_id, version, profile, capacity)),
            changed as (
                insert into volunteer (volunteer_id, version, profile, changed_at)
                select volunteer_id, version, profile::jsonb, $5 from told order by volunteer_id
                on conflict (volunteer_id) do update
                    set version = excluded.version, profile = excluded.profile, changed_at = excluded.changed_at
                    where volunteer.version < excluded.version
                returning volunteer_id)
            insert into volunteer_load (volunteer_id, capacity, changed_at)
            select volunteer_id, capacity, $5 from told join changed using (volunteer_id) order by volunteer_id
            on conflict (volunteer_id) do update
                set capacity = greatest(excluded.capacity, volunteer_load.held), changed_at = excluded.changed_at
            """;
    private static final String MOVE = """
            insert into volunteer_position (volunteer_id, version, lat, lon, changed_at)
            select volunteer_id, version, lat, lon, $5
            from unnest($1::uuid[], $2::bigint[], $3::float8[], $4::float8[]) as t(volunteer_id, version, lat, lon)
            order by volunteer_id
            on conflict (volunteer_id) do update
                set version = excluded.version, lat = excluded.lat, lon = excluded.lon, changed_at = excluded.changed_at
                where volunteer_position.version < excluded.version
            """;
    private static final String COUNT = """
            update volunteer_load l set held = l.held + c.change, changed_at = $3
            from unnest($1::uuid[], $2::int[]) as c(volunteer_id, change)
            where l.volunteer_id = c.volunteer_id
            """;
    private static final String HELPERS = """
            select v.profile, p.lat, p.lon, l.held,
                array(select other from block where subject = v.profile ->> 'subject'
                    union select subject from block where other = v.profile ->> 'subject'),
            """ + Standings.COLUMNS + """

            from volunteer_load l join volunteer v using (volunteer_id) left join volunteer_position p using (volunteer_id)
                left join volunteer_standing s using (volunteer_id)
            """;
    private static final String LOCK =
            "select volunteer_id from volunteer_load where volunteer_id = any($1) order by volunteer_id for update";
    private static final String TOUCH =
            "update volunteer set changed_at = $2 where profile ->> 'subject' = any($1) returning volunteer_id";
    private static final String SINCE = """
            where l.volunteer_id in (
                select volunteer_id from volunteer where changed_at >= $1
                union select volunteer_id from volunteer_position where changed_at >= $1
                union select volunteer_id from volunteer_load where changed_at >= $1
                union select volunteer_id from volunteer_standing where changed_at >= $1)
            """;

    private static final String PAGE = """
            select l.volunteer_id, v.version, coalesce(p.lat, (v.profile -> 'position' ->> 'lat')::float8),
                coalesce(p.lon, (v.profile -> 'position' ->> 'lon')::float8), l.held,
                greatest(v.changed_at, p.changed_at, l.changed_at) < $3
            from volunteer_load l join volunteer v using (volunteer_id) left join volunteer_position p using (volunteer_id)
            where l.volunteer_id > $1 order by l.volunteer_id limit $2
            """;

    private final Sql sql;

    Volunteers(Sql sql) {
        this.sql = sql;
    }

    Uni<Void> change(Collection<VolunteerChanged> told, Instant now) {
        List<VolunteerChanged> rows = newest(told, VolunteerChanged::volunteerId, VolunteerChanged::version);
        return sql.update(
                        CHANGE,
                        rows.stream().map(VolunteerChanged::volunteerId).toArray(UUID[]::new),
                        rows.stream().map(VolunteerChanged::version).toArray(Long[]::new),
                        rows.stream().map(EventJson::write).toArray(String[]::new),
                        rows.stream().map(VolunteerChanged::capacity).toArray(Integer[]::new),
                        now)
                .replaceWithVoid();
    }

    Uni<Void> move(Collection<PositionChanged> told, Instant now) {
        List<PositionChanged> rows = newest(told, PositionChanged::volunteerId, PositionChanged::version);
        return sql.update(
                        MOVE,
                        rows.stream().map(PositionChanged::volunteerId).toArray(UUID[]::new),
                        rows.stream().map(PositionChanged::version).toArray(Long[]::new),
                        rows.stream().map(row -> row.position().lat()).toArray(Double[]::new),
                        rows.stream().map(row -> row.position().lon()).toArray(Double[]::new),
                        now)
                .replaceWithVoid();
    }

    /** Locks the loads, in the order of their ids, and reads whose they are. The ids need not be volunteers. */
    public Uni<Map<UUID, Helper>> lock(Set<UUID> ids) {
        if (ids.isEmpty()) return Uni.createFrom().item(Map.of());
        return Sql.inOneTrip(
                sql.query(LOCK, (Object) Sql.uuids(ids)), find(ids)); // after the lock: what who held it wrote
    }

    public Uni<Map<UUID, Helper>> find(Set<UUID> ids) {
        return sql.query(Volunteers::helper, HELPERS + " where l.volunteer_id = any($1)", (Object) Sql.uuids(ids))
                .map(Volunteers::byId);
    }

    /**
     * What of a volunteer is easily compared.
     *
     * @param settled whether it has been so for a while
     */
    record Row(UUID volunteerId, long version, Position position, int held, boolean settled) {
        static Row of(SqlRow row) {
            Position position = new Position(row.real(2), row.real(3));
            return new Row(row.uuid(0), row.longValue(1), position, row.integer(4), row.bool(5));
        }
    }

    Uni<List<Row>> page(UUID after, int rows, Instant settledSince) {
        return sql.query(Row::of, PAGE, after, rows, settledSince);
    }

    /** Lets every instance read these again, and says who they are. */
    public Uni<Set<UUID>> touch(Set<String> subjects, Instant now) {
        return sql.query(row -> row.uuid(0), TOUCH, Sql.texts(subjects), now).map(Set::copyOf);
    }

    /** Those who have changed since then. */
    Uni<List<Helper>> since(Instant then) {
        return sql.query(Volunteers::helper, HELPERS + SINCE, then);
    }

    /** Counts what is held up or down; the caller has locked the rows. More than there is room for is refused by the table. */
    public Write count(Map<UUID, Integer> changes, Instant now) {
        if (changes.isEmpty()) return Write.NOTHING;
        List<UUID> ids = changes.keySet().stream().sorted().toList();
        return Write.of(COUNT, Sql.uuids(ids), ids.stream().map(changes::get).toArray(Integer[]::new), now);
    }

    private static Helper helper(SqlRow row) {
        VolunteerChanged profile = EventJson.stored(row.text(0), VolunteerChanged.class);
        Position position = row.isNull(1) ? profile.position() : new Position(row.real(1), row.real(2));
        Set<String> keptApart = Set.copyOf(row.texts(4));
        return new Helper(profile, position, row.integer(3), Standings.of(row, 5), keptApart);
    }

    private static Map<UUID, Helper> byId(List<Helper> helpers) {
        return helpers.stream().collect(Collectors.toMap(Helper::id, identity()));
    }

    /** One statement may touch a row only once. */
    private static <T> List<T> newest(Collection<T> told, Function<T, UUID> id, Function<T, Long> version) {
        return List.copyOf(told.stream()
                .collect(Collectors.toMap(
                        id, identity(), (one, other) -> version.apply(one) < version.apply(other) ? other : one))
                .values());
    }
}
