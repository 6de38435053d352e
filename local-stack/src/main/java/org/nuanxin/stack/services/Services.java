package org.nuanxin.stack.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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

    private final Map<Instance, Supervised> running = new LinkedHashMap<>();
    private final Map<Instance, StartCache> training = new HashMap<>();
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
            StartCache cache = StartCache.of(settings.jar(instance));
            boolean trains = mayTrain(instance) && !cache.isReady();
            Supervised supervised = new Supervised(
                    instance.name(),
                    () -> child(instance, cache),
                    Signal.TERM,
                    trains ? LONGEST_TRAINING : LONGEST_STOP,
                    home.pids(),
                    console);
            running.put(instance, supervised);
            if (trains) training.put(instance, cache);
            supervised.start();
        }
    }

    private ProcessHandle child(Instance instance, StartCache cache) throws IOException {
        return ChildJvm.start(
                        settings.jar(instance),
                        options(instance, cache),
                        settings.environment(instance),
                        home.log(instance.name()))
                .toHandle();
    }

    /** Two that write to one cache would spoil it. */
    private boolean mayTrain(Instance instance) {
        return settings.mayWriteCache() && instance.number() == 1;
    }

    private List<String> options(Instance instance, StartCache cache) throws IOException {
        boolean reads = settings.mayReadCache() && cache.isReady();
        if (!reads && !mayTrain(instance)) return settings.options();
        cache.prepare();
        return Stream.concat(cache.options().stream(), settings.options().stream())
                .toList();
    }

    /** Returns when all of them answer that they are ready; each says so on a line of its own. */
    public void awaitReady() {
        List<Together.Work> waits = new ArrayList<>();
        running.forEach((instance, supervised) -> waits.add(() -> {
            new Readiness(instance.port(settings.ways().portBase()), supervised::deaths)
                    .await(instance.name(), home.log(instance.name()));
            console.ready(instance.name());
        }));
        Together.run(waits.toArray(Together.Work[]::new));
    }

    @Override
    public synchronized void close() {
        Together.run(running.keySet().stream()
                .map(instance -> (Together.Work) () -> end(instance))
                .toArray(Together.Work[]::new));
    }

    private void end(Instance instance) throws IOException {
        StartCache trained = training.get(instance);
        if (trained != null) console.say(instance.name(), "writes down what lets it start faster next time");
        boolean ended = Objects.requireNonNull(running.get(instance)).end();
        if (trained != null && ended) trained.keep();
    }
}
