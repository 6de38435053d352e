package org.nuanxin.stack.processes;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nuanxin.stack.start.Console;

/**
 * A supervised JVM on a small machine, with its output in a log file. It starts from its cache, or is the training for it
 * where there is none yet.
 */
public final class ChildJvm implements AutoCloseable {
    /**
     * What it runs.
     *
     * @param arguments options, and what they run
     * @param environment besides that of this process
     * @param log where its output goes
     */
    public record Program(String name, List<String> arguments, Map<String, String> environment, Path log) {}

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    /** A training run has its cache to write. */
    private static final Duration LONGEST_TRAINING = Duration.ofSeconds(90);

    private final Program program;
    private final StartCache cache;
    private final StartCache.Use use;
    private final Console console;
    private final boolean trains;
    private final Supervised supervised;
    private volatile boolean ready;

    public ChildJvm(Program program, StartCache cache, StartCache.Use use, Pids pids, Console console) {
        this.program = program;
        this.cache = cache;
        this.use = use;
        this.console = console;
        trains = use == StartCache.Use.WRITE && !cache.isReady();
        Duration patience = trains ? LONGEST_TRAINING : LONGEST_STOP;
        supervised = new Supervised(program.name(), this::launch, Signal.TERM, patience, pids, console);
    }

    /** The first start; its failure is the caller's. */
    public void start() throws IOException {
        supervised.start();
    }

    /** It has come to where a start ends: a training run that never did leaves no cache. */
    public void ready() {
        ready = true;
    }

    public int deaths() {
        return supervised.deaths();
    }

    private ProcessHandle launch() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(cached());
        command.addAll(program.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().putAll(program.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        return process.toHandle();
    }

    private List<String> cached() throws IOException {
        return switch (use) {
            case NONE -> List.of();
            case READ -> cache.isReady() ? cache.options() : List.of();
            case WRITE -> {
                cache.prepare();
                yield cache.options();
            }
        };
    }

    @Override
    public void close() throws IOException {
        boolean keeps = trains && ready;
        if (keeps) console.say(program.name(), "writes down what lets it start faster next time");
        boolean ended = supervised.end();
        if (keeps && ended) cache.keep();
    }
}
