package org.nuanxin.benchmarks.timers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benchmarks.timers.peers.Peers;

/** Another scheduler in a JVM of its own, which is kept warm from round to round; told by its standard input what to do. */
final class PeerProcess implements Contestant {
    private final String name;
    private final String url;
    private @Nullable Process process;

    PeerProcess(String name, String url) {
        this.name = name;
        this.url = url;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void load() throws IOException {
        say(process == null ? begin() : running(), "load");
    }

    private Process begin() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                Peers.class.getName(),
                name,
                url);
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
        process = started;
        return started;
    }

    @Override
    public void start() throws IOException {
        say(running(), "start");
    }

    @Override
    public void stop() throws IOException {
        say(running(), "stop");
    }

    @Override
    public long pid() {
        return running().pid();
    }

    private Process running() {
        Process known = process;
        if (known == null) throw new IllegalStateException(name + " does not run");
        return known;
    }

    /** Says it and waits until it is done. */
    private void say(Process to, String word) throws IOException {
        Writer words = to.outputWriter();
        words.write(word + "\n");
        words.flush();
        BufferedReader answers = to.inputReader();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals("done " + word)) return;
            System.err.println("  " + name + ": " + line);
        }
        throw new IOException(name + " has ended; its last words stand above");
    }
}
