package org.nuanxin.stack.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.processes.Signal;
import org.nuanxin.stack.processes.Supervised;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;
import org.nuanxin.stack.start.Together;

/** The four services, started together and kept running. */
public final class Services implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    /** A training run has its cache to write. */
    private static final Duration LONGEST_TRAINING = Duration.ofSeconds(90);

    private final Map<Service, Supervised> running = new LinkedHashMap<>();
    private final Map<Service, StartCache> training = new EnumMap<>(Service.class);
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
        for (Service service : Service.values()) {
            StartCache cache = StartCache.of(service.jar(settings.checkout()));
            boolean trains = settings.leavesCacheToUs() && !cache.isReady();
            Supervised supervised = new Supervised(
                    service.label(),
                    () -> child(service, cache),
                    Signal.TERM,
                    trains ? LONGEST_TRAINING : LONGEST_STOP,
                    home.pids(),
                    console);
            running.put(service, supervised);
            if (trains) training.put(service, cache);
            supervised.start();
        }
    }

    private ProcessHandle child(Service service, StartCache cache) throws IOException {
        return ChildJvm.start(
                        service.jar(settings.checkout()),
                        options(cache),
                        settings.environment(service),
                        home.log(service.label()))
                .toHandle();
    }

    /** Whoever says something of the cache themself is not contradicted. */
    private List<String> options(StartCache cache) throws IOException {
        if (!settings.leavesCacheToUs()) return settings.options();
        cache.prepare();
        return Stream.concat(cache.options().stream(), settings.options().stream())
                .toList();
    }

    /** Returns when all of them answer that they are ready; each says so on a line of its own. */
    public void awaitReady() {
        List<Together.Work> waits = new ArrayList<>();
        running.forEach((service, supervised) -> waits.add(() -> {
            new Readiness(service.port(settings.ways().portBase()), supervised::deaths)
                    .await(service.label(), home.log(service.label()));
            console.ready(service.label());
        }));
        Together.run(waits.toArray(Together.Work[]::new));
    }

    @Override
    public synchronized void close() {
        Together.run(running.keySet().stream()
                .map(service -> (Together.Work) () -> end(service))
                .toArray(Together.Work[]::new));
    }

    private void end(Service service) throws IOException {
        StartCache trained = training.get(service);
        if (trained != null) console.say(service.label(), "writes down what lets it start faster next time");
        Objects.requireNonNull(running.get(service)).close();
        if (trained != null) trained.keep();
    }
}
