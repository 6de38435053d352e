package org.nuanxin.stack.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.processes.Signal;
import org.nuanxin.stack.processes.Supervised;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

/** The node in a process of its own, so that it can die alone; it is started again when it does. */
public final class BrokerProcess implements AutoCloseable {
    private static final String NAME = "kafka";
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final Supervised supervised;

    private BrokerProcess(Supervised supervised) {
        this.supervised = supervised;
    }

    public static BrokerProcess start(Home home, Listeners listeners, Console console) {
        Path log = home.log(NAME);
        BrokerProcess broker = new BrokerProcess(new Supervised(
                NAME,
                () -> child(home.folder("kafka"), listeners, log),
                Signal.TERM,
                LONGEST_STOP,
                home.pids(),
                console));
        try {
            broker.supervised.start();
            return broker;
        } catch (IOException e) {
            broker.close();
            throw new CannotStart("Kafka does not start (%s): see %s.".formatted(e.getMessage(), log), e);
        }
    }

    private static ProcessHandle child(Path folder, Listeners listeners, Path log) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
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
        List<String> given = Arrays.asList(arguments);
        KafkaBroker broker = KafkaBroker.start(Path.of(given.getFirst()), Listeners.of(given.subList(1, given.size())));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
    }

    @Override
    public void close() {
        supervised.close();
    }
}
