package org.nuanxin.stack.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.processes.ChildJvm;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;
import org.nuanxin.stack.start.Together;

/** The four services, started together and kept running. */
public final class Services implements AutoCloseable {
    private final Map<Instance, ChildJvm> running = new LinkedHashMap<>();
    private final ServiceSettings settings;
    private final Home home;
    private final Console console;

    public Services(ServiceSettings settings, Home home, Console console) {
        this.settings = settings;
        this.home = home;
        this.console = console;
    }

    public static void requireBuilt(Path checkout) {
        List<String> missing = Arrays.stream(Service.values())
                .filter(service -> !Files.exists(service.jar(checkout)))
                .map(service -> service.label() + "-service")
                .toList();
        if (missing.isEmpty()) return;
        throw new CannotStart("Not built yet: %s. Run ./mvnw -DskipTests package -pl %s -am in %s."
                .formatted(String.join(", ", missing), String.join(",", missing), checkout));
    }

    public synchronized void start() throws IOException {
        for (Instance instance : Instance.all(settings.instances())) {
            ChildJvm jvm = new ChildJvm(
                    program(instance), settings.cache(instance), settings.cacheUse(instance), home.pids(), console);
            running.put(instance, jvm);
            jvm.start();
        }
    }

    private ChildJvm.Program program(Instance instance) {
        return new ChildJvm.Program(
                instance.name(),
                settings.arguments(instance),
                settings.environment(instance),
                home.log(instance.name()));
    }

    /** Returns when all of them answer that they are ready; each says so on a line of its own. */
    public void awaitReady() {
        List<Together.Work> waits = new ArrayList<>();
        running.forEach((instance, jvm) -> waits.add(() -> {
            new Readiness(instance.port(settings.ways().portBase()), jvm::deaths)
                    .await(instance.name(), home.log(instance.name()));
            jvm.ready();
            console.ready(instance.name());
        }));
        Together.run(waits.toArray(Together.Work[]::new));
    }

    @Override
    public synchronized void close() {
        Together.run(
                running.values().stream().map(jvm -> (Together.Work) jvm::close).toArray(Together.Work[]::new));
    }
}
