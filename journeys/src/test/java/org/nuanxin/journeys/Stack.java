package org.nuanxin.journeys;

import static java.util.stream.IntStream.range;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The running product: one for all stories, started at the first use on ports and data of its own; or the one that the system
 * properties {@code journeys.url} and {@code journeys.home} (its data folder) name.
 */
final class Stack {
    /** Every policy's minute takes a second. */
    static final int TIME_SCALE = 60;

    private static final int PORTS = 8;
    private static final Duration RESTART = Duration.ofMinutes(2);

    private static final class Running {
        static final Stack STACK = System.getProperty("journeys.url", "").isEmpty()
                ? start()
                : new Stack(
                        URI.create(System.getProperty("journeys.url")),
                        Path.of(System.getProperty("journeys.home", ".nuanxin")));
    }

    private final URI front;
    private final Path home;

    private Stack(URI front, Path home) {
        this.front = front;
        this.home = home;
    }

    static Stack running() {
        return Running.STACK;
    }

    /** What a minute of a policy takes here. */
    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes).dividedBy(TIME_SCALE);
    }

    URI url(String path) {
        return front.resolve(path);
    }

    Path home() {
        return home;
    }

    String kafka() {
        try (BufferedReader file = Files.newBufferedReader(home.resolve("run/stack.properties"))) {
            Properties addresses = new Properties();
            addresses.load(file);
            return addresses.getProperty("kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}; the stack starts the service again by itself. */
    void kill(String service) {
        ProcessHandle process = process(service);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Until the service answers again. */
    void awaitBack(String service) {
        await().atMost(RESTART)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> Http.get(url("/" + service + "/q/health/ready")).status() == 200);
    }

    private ProcessHandle process(String service) {
        try {
            String pid = Files.readString(home.resolve("run").resolve(service + ".pid"))
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid.split("\\s")[0])).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stack start() {
        try {
            Path home = Files.createTempDirectory("nuanxin-journeys");
            int port = freePorts();
            ProcessBuilder launcher = new ProcessBuilder(
                            "./start",
                            "--fresh",
                            "--no-browser",
                            "--time-scale",
                            "" + TIME_SCALE,
                            "--port-base",
                            "" + port,
                            // this stack starts once: a cache for the next start would only hold up its end
                            "--service-opts",
                            "-XX:AOTMode=auto")
                    .directory(Path.of("..").toFile())
                    .redirectErrorStream(true);
            launcher.environment().put("NUANXIN_HOME", home.toString());
            Process process = launcher.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, home)));
            awaitReady(process);
            return new Stack(URI.create("http://localhost:" + port), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process launcher) throws IOException {
        BufferedReader lines = launcher.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(line);
            if (line.startsWith("ready in")) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(System.out::println));
                return;
            }
        }
        throw new IllegalStateException("the stack did not start; its last words stand above");
    }

    private static void stop(Process launcher, Path home) {
        launcher.destroy();
        launcher.onExit().join();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePorts() {
        return ThreadLocalRandom.current()
                .ints(20_000, 29_000)
                .filter(base -> range(base, base + PORTS).allMatch(Stack::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
