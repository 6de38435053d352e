package org.nuanxin.stack.services;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nuanxin.stack.processes.StartCache;

/**
 * What every service of a stack is started with.
 *
 * @param checkout where the services were built
 * @param instances how many there are of each service
 * @param beside where another version was built, of which all but the first of each service are
 * @param broker the Kafka to use instead of the stack's own
 * @param topicPrefix stands before the names of topics and consumer groups
 * @param issuer the word that stands in tokens as {@code iss}
 * @param timeScale by how much every policy duration is shortened
 * @param options further options of their JVMs
 */
public record ServiceSettings(
        Path checkout,
        Ways ways,
        int instances,
        Optional<Path> beside,
        Optional<String> broker,
        String topicPrefix,
        String issuer,
        String contactKey,
        String timeScale,
        List<String> options) {

    /** Whoever tries webhooks out here receives them here. */
    private static final String THIS_MACHINE = "localhost,127.0.0.0/8,::1/128";

    /** How long an instance that ends still answers, so that the front has seen that it is to be left out. */
    private static final String BOWING_OUT = "PT1.5S";

    /** How long it then has for the calls that it is at. */
    private static final String LAST_CALLS = "PT10S";

    Path jar(Instance instance) {
        return instance.service().jar(instance.number() == 1 ? checkout : beside.orElse(checkout));
    }

    /** Beside the build. */
    StartCache cache(Instance instance) throws IOException {
        Path jar = jar(instance);
        return StartCache.of(jar, jar.resolveSibling("../start-cache").normalize());
    }

    /** Two that write to one cache would spoil it. */
    StartCache.Use cacheUse(Instance instance) {
        return StartCache.Use.with(options).atMost(instance.number() == 1 ? StartCache.Use.WRITE : StartCache.Use.READ);
    }

    List<String> arguments(Instance instance) {
        List<String> arguments = new ArrayList<>(List.of("-Xms48m", "-Xmx192m"));
        arguments.addAll(options);
        arguments.addAll(List.of("-jar", jar(instance).toString()));
        return arguments;
    }

    Map<String, String> environment(Instance instance) {
        Service service = instance.service();
        String database = "postgresql://localhost:%d/%s".formatted(ways.postgresOf(service), service.label());
        Map<String, String> environment = new HashMap<>(Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(instance.port(ways.portBase()))),
                Map.entry("QUARKUS_DATASOURCE_REACTIVE_URL", database),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", service.label()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", service.label()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.orElse("localhost:" + ways.kafkaOf(service))),
                Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "3000"),
                Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEARTBEAT_INTERVAL_MS", "750"),
                Map.entry("NUANXIN_ISSUER", issuer),
                Map.entry("NUANXIN_TIME_SCALE", timeScale)));
        if (!topicPrefix.isEmpty()) environment.put("NUANXIN_TOPIC_PREFIX", topicPrefix);
        if (instances > 1) {
            environment.put("QUARKUS_SHUTDOWN_DELAY", BOWING_OUT);
            environment.put("QUARKUS_SHUTDOWN_TIMEOUT", LAST_CALLS);
        }
        if (service == Service.INTAKE) environment.put("NUANXIN_CONTACT_KEY", contactKey);
        if (service == Service.DISPATCH) environment.put("NUANXIN_WEBHOOK_ALLOW", THIS_MACHINE);
        return environment;
    }
}
