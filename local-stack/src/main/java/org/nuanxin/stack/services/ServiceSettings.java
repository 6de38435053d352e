package org.nuanxin.stack.services;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every service of a stack is started with.
 *
 * @param checkout where the services were built
 * @param issuer the word that stands in tokens as {@code iss}
 * @param timeScale by how much every policy duration is shortened
 * @param options further options of their JVMs
 */
public record ServiceSettings(
        Path checkout, Ways ways, String issuer, String contactKey, String timeScale, List<String> options) {

    /** Whoever tries webhooks out here receives them here. */
    private static final String THIS_MACHINE = "localhost,127.0.0.0/8,::1/128";

    boolean leavesCacheToUs() {
        return options.stream().noneMatch(option -> option.startsWith("-XX:AOT"));
    }

    Map<String, String> environment(Service service) {
        String database = "postgresql://localhost:%d/%s".formatted(ways.postgresOf(service), service.label());
        Map<String, String> environment = new HashMap<>(Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(service.port(ways.portBase()))),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", database),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", service.label()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", service.label()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ways.kafkaOf(service)),
                Map.entry("NUANXIN_ISSUER", issuer),
                Map.entry("NUANXIN_TIME_SCALE", timeScale),
                Map.entry("NUANXIN_INSTANCE", service.label() + "-1")));
        if (service == Service.INTAKE) environment.put("NUANXIN_CONTACT_KEY", contactKey);
        if (service == Service.DISPATCH) environment.put("NUANXIN_WEBHOOK_ALLOW", THIS_MACHINE);
        return environment;
    }
}
