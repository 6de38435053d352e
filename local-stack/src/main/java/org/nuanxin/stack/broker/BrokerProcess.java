package org.nuanxin.stack.broker;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.processes.Signal;
import org.nuanxin.stack.processes.Supervised;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/**
 * The node in a process of its own: Kafka halts the process it runs in where it cannot write, such as on a full disk. It is started
 * again until it can.
 */
public final class BrokerProcess implements AutoCloseable {
    private static final String NAME = "kafka";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int DEATHS_UNTIL_HOPELESS = 3;

    private final Supervised supervised;

    private BrokerProcess(Supervised supervised) {
        this.supervised = supervised;
    }

    /** Returns when it listens. */
    public static BrokerProcess start(Home home, Listeners listeners, Console console) {
        BrokerProcess broker = new BrokerProcess(supervised(home, listeners, console));
        try {
            broker.supervised.start();
            broker.awaitListening(listeners.port());
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

    private static Supervised supervised(Home home, Listeners listeners, Console console) {
        return new Supervised(
                NAME,
                () -> child(home.folder("kafka"), listeners, home.log(NAME)),
                Signal.TERM,
                LONGEST_STOP,
                home.pids(),
                console);
    }

    private void awaitListening(int port) throws InterruptedException {
        while (!listens(port)) {
            if (supervised.deaths() >= DEATHS_UNTIL_HOPELESS) throw new IllegalStateException("it ends at once");
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

    private static ProcessHandle child(Path folder, Listeners listeners, Path log) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                folder.toString());
        Process process = new ProcessBuilder(Stream.concat(command.stream(), listeners.arguments().stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return process.toHandle();
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
    public void close() {
        supervised.close();
    }
}
