package org.nuanxin.intake.place;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nuanxin.events.DirectoryEvent.Level;
import org.nuanxin.events.Names;
import org.nuanxin.intake.directory.DirectoryVersion;
import org.nuanxin.intake.directory.Snapshot;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.SqlRow;
import org.nuanxin.kit.transactions.Transactions;

/** The places as they are stored, and the tree of them in memory. */
@ApplicationScoped
public class Places {
    private static final String SELECT =
            "select place_id, version, level, parent_id, path, name_zh, name_en, lat, lon from place";
    // a path goes in as text, since an array of arrays must be square
    private static final String WRITE = """
            insert into place (place_id, version, level, parent_id, path, name_zh, name_en, lat, lon)
            select id, version, level, parent_id, string_to_array(path, '/'), name_zh, name_en, lat, lon
            from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::double precision[], $9::double precision[])
                as p(id, version, level, parent_id, path, name_zh, name_en, lat, lon)
            on conflict (place_id) do update
            set (version, level, parent_id, path, name_zh, name_en, lat, lon) =
                (excluded.version, excluded.level, excluded.parent_id, excluded.path,
                 excluded.name_zh, excluded.name_en, excluded.lat, excluded.lon)
            """;

    private final Sql sql;
    private final Snapshot<PlaceTree> tree;

    Places(Vertx vertx, Transactions transactions, Sql sql, DirectoryVersion version) {
        this.sql = sql;
        this.tree = new Snapshot<>("places", vertx, transactions, version, this::readAll);
    }

    void start(@Observes StartupEvent event) {
        tree.start();
    }

    void stop(@Observes ShutdownEvent event) {
        tree.stop();
    }

    public Uni<PlaceTree> tree() {
        return tree.get();
    }

    Uni<PlaceTree> treeAnew() {
        return tree.refresh();
    }

    /** A place, its wanted parent and all below it, as far as they are there. */
    Uni<List<Place>> family(String id, @Nullable String parentId) {
        return sql.query(
                Places::place, SELECT + " where place_id = $1 or place_id = $2 or path @> array[$1]", id, parentId);
    }

    Uni<Integer> write(List<Place> places) {
        return sql.update(
                WRITE,
                texts(places, Place::id),
                places.stream().map(Place::version).toArray(Long[]::new),
                texts(places, place -> place.level().name()),
                texts(places, Place::parentId),
                texts(places, place -> String.join("/", place.path())),
                texts(places, place -> place.name().zh()),
                texts(places, place -> place.name().en()),
                places.stream().map(place -> place.centre().lat()).toArray(Double[]::new),
                places.stream().map(place -> place.centre().lon()).toArray(Double[]::new));
    }

    private Uni<PlaceTree> readAll() {
        return sql.query(Places::place, SELECT).map(PlaceTree::new);
    }

    private static @Nullable String[] texts(List<Place> places, Function<Place, @Nullable String> column) {
        return places.stream().map(column).toArray(String[]::new);
    }

    private static Place place(SqlRow row) {
        return new Place(
                row.text(0),
                row.longValue(1),
                Level.valueOf(row.text(2)),
                row.textOrNull(3),
                row.texts(4),
                new Names(row.text(5), row.text(6)),
                new Point(row.real(7), row.real(8)));
    }
}
