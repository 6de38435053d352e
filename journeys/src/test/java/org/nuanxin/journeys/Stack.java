package org.nuanxin.journeys;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The running product: one for all stories, started at the first use on ports and data of its own; or the one that the system
 * properties {@code journeys.url} and {@code journeys.home} (its data folder) name. Further options of {@code ./start} for the
 * former are given by {@code journeys.options}; {@code journeys.earlier} names the checkout of an earlier version to begin with.
 */
public final class Stack {
    /** Every policy's minute takes a second. */
    static final int TIME_SCALE = 60;

    /** Those of four instances of each service. */
    private static final int PORTS = 35;

    /** Compiled lightly; and to write a cache for the next start would only hold up the end of this one. */
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:AOTMode=auto";

    private static final Path CHECKOUT = Path.of("..");
    private static final Path BEGIN = Path.of(System.getProperty("journeys.earlier", CHECKOUT.toString()));
    private static final Duration RESTART = Duration.ofMinutes(2);

    private static final class Running {
        static final Stack STACK = System.getProperty("journeys.url", "").isEmpty()
                ? start(System.getProperty("journeys.options", "").split(" "))
                : new Stack(
                        URI.create(System.getProperty("journeys.url")),
                        Path.of(System.getProperty("journeys.home", ".nuanxin")));
    }

    private final URI front;
    private final Path home;
    private volatile @Nullable Process launcher;

    private Stack(URI front, Path home) {
        this.front = front;
        this.home = home;
    }

    public static Stack running() {
        return Running.STACK;
    }

    /** What a minute of a policy takes here. */
    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes).dividedBy(TIME_SCALE);
    }

    public URI url(String path) {
        return front.resolve(path);
    }

    /** Where a service itself listens, past the front. */
    public URI service(String name) {
        return URI.create(addresses().getProperty(name));
    }

    /** The data folder. */
    public Path home() {
        return home;
    }

    String kafka() {
        return address("kafka");
    }

    /** {@code postgres} or {@code kafka}, as {@code host:port}. */
    public String address(String store) {
        return addresses().getProperty(store);
    }

    private Properties addresses() {
        try (BufferedReader file = Files.newBufferedReader(home.resolve("run/stack.properties"))) {
            Properties addresses = new Properties();
            addresses.load(file);
            return addresses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code intake}, {@code intake-2}, …: all instances of all services, one service after the other. */
    List<String> instances() {
        return addresses().stringPropertyNames().stream()
                .filter(name -> name.matches("(intake|dispatch|volunteer|feedback)(-\\d)?"))
                .sorted()
                .toList();
    }

    /** All of the service that this one is an instance of. */
    List<String> instancesOf(String instance) {
        return instances().stream()
                .filter(other -> serviceOf(other).equals(serviceOf(instance)))
                .toList();
    }

    static String serviceOf(String instance) {
        return instance.replaceAll("-\\d$", "");
    }

    /** Ends it in order, lets something be done to its data, and starts it again. */
    void whileStopped(Runnable work, String... options) {
        end(Objects.requireNonNull(launcher, "this stack was not started here"));
        work.run();
        launch(CHECKOUT, options);
    }

    /** {@code kill -TERM}; the stack starts the service again by itself. */
    void ask(String service) {
        ProcessHandle process = process(service);
        process.destroy();
        process.onExit().join();
    }

    /** {@code kill -9}; the stack starts the service again by itself. */
    void kill(String service) {
        ProcessHandle process = process(service);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Until this instance answers again. */
    void awaitBack(String service) {
        URI ready = URI.create(addresses().getProperty(service)).resolve("/q/health/ready");
        await().atMost(RESTART)
                .pollInterval(Duration.ofMillis(200))
                .ignoreException(UncheckedIOException.class)
                .until(() -> Http.get(ready).status() == 200);
    }

    public ProcessHandle process(String service) {
        try {
            String pid = Files.readString(home.resolve("run").resolve(service + ".pid"))
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid.split("\\s")[0])).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new one, with further options of {@code ./start}; it ends with these tests. */
    static Stack start(String... options) {
        try {
            Path home = Files.createTempDirectory("nuanxin-journeys");
            Stack stack = new Stack(URI.create("http://localhost:" + FreePorts.inARow(PORTS)), home);
            Runtime.getRuntime().addShutdownHook(new Thread(stack::endForGood));
            stack.launch(BEGIN, options);
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch(Path checkout, String... options) {
        String fixed = "./start --no-browser --time-scale %d --port-base %d"
                .formatted(Integer.getInteger("journeys.time-scale", TIME_SCALE), front.getPort());
        List<String> command = Stream.of(
                        Stream.of(fixed.split(" ")), Stream.of("--service-opts", SHORT_LIFE), Stream.of(options))
                .flatMap(words -> words)
                .filter(word -> !word.isEmpty())
                .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true);
        builder.environment().put("NUANXIN_HOME", home.toString());
        try {
            Process started = builder.start();
            launcher = started;
            awaitReady(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process launcher) throws IOException {
        BufferedReader lines = launcher.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(line);
            if (line.startsWith("ready in")) {
                Thread.ofVirtual().start(() -> passOn(lines));
                return;
            }
        }
        throw new IllegalStateException("the stack did not start; its last words stand above");
    }

    private static void passOn(BufferedReader lines) {
        try {
            lines.lines().forEach(System.out::println);
        } catch (UncheckedIOException e) {
            // the stack has been ended, and its last words with it
        }
    }

    private static void end(Process launcher) {
        launcher.destroy();
        launcher.onExit().join();
    }

    private void endForGood() {
        Process running = launcher;
        if (running != null) end(running);
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
