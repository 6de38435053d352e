package org.nuanxin.intake.catalogue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nuanxin.intake.directory.DirectoryVersion;
import org.nuanxin.intake.directory.Snapshot;
import org.nuanxin.intake.stored.StoredJson;
import org.nuanxin.kit.transactions.Sql;
import org.nuanxin.kit.transactions.Transactions;

/** The service types, in memory, and as they are stored. */
@ApplicationScoped
public class Catalogue {
    private final Sql sql;
    private final StoredJson json;
    private final Snapshot<Map<String, ServiceType>> types;

    Catalogue(Vertx vertx, Transactions transactions, Sql sql, DirectoryVersion version, StoredJson json) {
        this.sql = sql;
        this.json = json;
        this.types = new Snapshot<>("catalogue", vertx, transactions, version, this::readAll);
    }

    void start(@Observes StartupEvent event) {
        types.start();
    }

    void stop(@Observes ShutdownEvent event) {
        types.stop();
    }

    public Uni<Optional<ServiceType>> find(String code) {
        return types.get().map(all -> Optional.ofNullable(all.get(code)));
    }

    Uni<List<ServiceType>> offered() {
        return types.get()
                .map(all -> all.values().stream()
                        .filter(ServiceType::offered)
                        .sorted(Comparator.comparing(ServiceType::code))
                        .toList());
    }

    Uni<Map<String, ServiceType>> anew() {
        return types.refresh();
    }

    Uni<Integer> write(ServiceType type, long version) {
        return sql.update("""
                insert into service_type (code, version, definition) values ($1, $2, $3::text::jsonb)
                on conflict (code) do update set version = excluded.version, definition = excluded.definition
                """, type.code(), version, json.write(type));
    }

    private Uni<Map<String, ServiceType>> readAll() {
        return sql.query(row -> json.read(row.text(0), ServiceType.class), "select definition::text from service_type")
                .map(all -> all.stream().collect(Collectors.toMap(ServiceType::code, Function.identity())));
    }
}
