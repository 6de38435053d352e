package org.nuanxin.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Lets a service under test boot on real PostgreSQL, with a fresh database, and on real Kafka, with all topics, and lets it trust
 * the tokens of {@link Tokens}. The argument {@code database} names the database; {@code service} where none is given.
 */
public final class StoresResource implements QuarkusTestResourceLifecycleManager {
    private String databaseName = "service";

    @Override
    public void init(Map<String, String> arguments) {
        databaseName = arguments.getOrDefault("database", databaseName);
    }

    @Override
    public Map<String, String> start() {
        Database database = Stores.postgres().freshDatabase(databaseName);
        Stores.kafka().createTopics();
        return Map.ofEntries(
                Map.entry("quarkus.datasource.reactive.url", database.reactiveUrl()),
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl()),
                Map.entry("quarkus.datasource.username", database.username()),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("kafka.bootstrap.servers", Stores.kafka().bootstrapServers()),
                Map.entry("quarkus.oidc.auth-server-url", ""),
                Map.entry("quarkus.oidc.public-key", Tokens.publicKey()),
                Map.entry("quarkus.oidc.token.issuer", Tokens.ISSUER),
                Map.entry("quarkus.oidc.token.audience", Tokens.AUDIENCE));
    }

    /** The stores outlive the service: they end with the JVM. */
    @Override
    public void stop() {}
}
