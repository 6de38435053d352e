package org.nuanxin.stack.broker;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.processes.ChildJvm;
import org.nuanxin.stack.processes.StartCache;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/**
 * The node in a process of its own: Kafka halts the process it runs in where it cannot write, such as on a full disk. It is started
 * again until it can.
 */
public final class BrokerProcess implements AutoCloseable {
    private static final String NAME = "kafka";
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int DEATHS_UNTIL_HOPELESS = 3;

    private final ChildJvm jvm;

    private BrokerProcess(ChildJvm jvm) {
        this.jvm = jvm;
    }

    /** Returns when it listens. */
    public static BrokerProcess start(Home home, Listeners listeners, StartCache.Use cacheUse, Console console)
            throws IOException {
        BrokerProcess broker = new BrokerProcess(jvm(home, listeners, cacheUse, console));
        try {
            broker.jvm.start();
            broker.awaitListening(listeners.port());
            broker.jvm.ready();
            return broker;
        } catch (IOException | IllegalStateException e) {
            broker.close();
            throw new CannotStart(
                    "Kafka does not start (%s): see %s, or start with --fresh, which deletes all data."
                            .formatted(e.getMessage(), home.log(NAME)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            broker.close();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    private static ChildJvm jvm(Home home, Listeners listeners, StartCache.Use cacheUse, Console console)
            throws IOException {
        Path build = build();
        return new ChildJvm(
                program(home, listeners),
                StartCache.of(build, build.resolveSibling("start-cache")),
                Files.isDirectory(build) ? StartCache.Use.NONE : cacheUse,
                home.pids(),
                console);
    }

    /** The jar, or, in tests, the folder of the classes, for which the JVM has no cache. */
    private static Path build() {
        return Path.of(URI.create(BrokerProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    /** The quick compiler alone: the thorough one took a third of the start, and a node this small does not need it. */
    private static ChildJvm.Program program(Home home, Listeners listeners) {
        List<String> command = List.of(
                "-Xms32m",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                home.folder(NAME).toString());
        return new ChildJvm.Program(
                NAME,
                Stream.concat(command.stream(), listeners.arguments().stream()).toList(),
                Map.of(),
                home.log(NAME));
    }

    private void awaitListening(int port) throws InterruptedException {
        while (!listens(port)) {
            if (jvm.deaths() >= DEATHS_UNTIL_HOPELESS) throw new IllegalStateException("it ends at once");
            Thread.sleep(PAUSE);
        }
    }

    private static boolean listens(int port) {
        try (Socket probe = new Socket("localhost", port)) {
            return probe.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        List<String> given = Arrays.asList(arguments);
        try {
            KafkaBroker broker =
                    KafkaBroker.start(Path.of(given.getFirst()), Listeners.of(given.subList(1, given.size())));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        } catch (CannotStart e) {
            Logger.getLogger(NAME).log(Level.SEVERE, e.getMessage(), e);
            Runtime.getRuntime().halt(1); // half a node has threads that would keep the process alive
        }
    }

    @Override
    public void close() throws IOException {
        jvm.close();
    }
}
