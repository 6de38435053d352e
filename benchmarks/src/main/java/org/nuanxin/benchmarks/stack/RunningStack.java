package org.nuanxin.benchmarks.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A stack started by {@code ./start} for one measurement, on ports and data of its own; closing it ends it. */
public final class RunningStack implements AutoCloseable {
    private static final int PORT_BASE = 28080;

    /** The first run of a build writes the start caches of four services. */
    private static final Duration LONGEST_STOP = Duration.ofMinutes(3);

    private final @Nullable Process launcher;
    private final Path home;
    private final int portBase;
    private final Duration startedIn;

    private RunningStack(@Nullable Process launcher, Path home, int portBase, Duration startedIn) {
        this.launcher = launcher;
        this.home = home;
        this.portBase = portBase;
        this.startedIn = startedIn;
    }

    /** A new stack that trains no start cache: to watch itself would cost it what is to be measured. */
    public static RunningStack fresh(String name, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--fresh", "--service-opts", "-XX:AOTMode=auto"));
        all.addAll(List.of(options));
        return start(name, all.toArray(String[]::new));
    }

    /** Starts a stack whose data stay in {@code benchmarks/target/<name>}; options as {@code ./start} knows them. */
    public static RunningStack start(String name, String... options) throws IOException {
        Path home = Path.of("benchmarks", "target", name).toAbsolutePath();
        List<String> command =
                new ArrayList<>(List.of("./start", "--no-browser", "--port-base", String.valueOf(PORT_BASE)));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NUANXIN_HOME", home.toString());
        long began = System.nanoTime();
        Process launcher = builder.start();
        // also where the measurement is broken off: a stack left behind would hold the ports
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::destroy));
        awaitReady(launcher);
        return new RunningStack(launcher, home, PORT_BASE, Duration.ofNanos(System.nanoTime() - began));
    }

    /** A stack that somebody else has started on the data in a folder; closing it leaves it running. */
    public static RunningStack at(Path home) throws IOException {
        int front = URI.create(property(home, "front")).getPort();
        return new RunningStack(null, home, front, Duration.ZERO);
    }

    private static void awaitReady(Process launcher) throws IOException {
        BufferedReader lines = launcher.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.err.println("  " + line);
            if (line.contains("ready in")) {
                Thread.ofVirtual().start(() -> passOn(lines));
                return;
            }
        }
        throw new IOException("the stack did not start; its last words stand above");
    }

    private static void passOn(BufferedReader lines) {
        try {
            lines.lines().forEach(line -> System.err.println("  " + line));
        } catch (UncheckedIOException e) {
            // the stack has been ended, and its last words with it
        }
    }

    /** From calling {@code ./start} to its word that all is ready. */
    public Duration startedIn() {
        return startedIn;
    }

    public Api api() {
        return new Api("http://localhost:" + portBase);
    }

    /** Where a service itself listens: 1 intake, 2 dispatch, 3 volunteer, 4 feedback. */
    public int port(int service) {
        return portBase + service;
    }

    /** The process that started all others, and holds the front and the issuer. */
    public long launcherPid() throws IOException {
        return Long.parseLong(address("pid"));
    }

    /** {@code postgres} or {@code kafka}, as {@code host:port}. */
    public String address(String store) throws IOException {
        return property(home, store);
    }

    private static String property(Path home, String name) throws IOException {
        Properties addresses = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("run").resolve("stack.properties"))) {
            addresses.load(reader);
        }
        return addresses.getProperty(name);
    }

    public long pid(String part) throws IOException {
        return Long.parseLong(Files.readString(home.resolve("run").resolve(part + ".pid"))
                .strip()
                .split("\\s")[0]);
    }

    /** Lets a part hold its breath, so that it takes no processor; {@code go} lets it on. */
    public void hold(String part, boolean held) throws IOException, InterruptedException {
        new ProcessBuilder("kill", held ? "-STOP" : "-CONT", String.valueOf(pid(part)))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        if (launcher == null) return;
        launcher.destroy();
        if (launcher.onExit()
                .completeOnTimeout(launcher, LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            launcher.destroyForcibly();
        }
    }
}
