package org.nuanxin.journeys.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code ./start} on data of its own, which are deleted with it. */
final class StackProcess {
    /** Every policy's minute takes a second. */
    private static final int TIME_SCALE = 60;

    private final Process launcher;
    private final Path home;
    private final @Nullable Disk disk;
    private final @Nullable Clocks clocks;

    private StackProcess(Process launcher, Path home, @Nullable Disk disk, @Nullable Clocks clocks) {
        this.launcher = launcher;
        this.home = home;
        this.disk = disk;
        this.clocks = clocks;
    }

    /** Returns when everything is ready. */
    static StackProcess start(Ground ground, int base, String options) throws IOException {
        Path home = Files.createTempDirectory("nuanxin-faults");
        Disk disk = ground == Ground.DISK ? Disk.at(home) : null;
        Clocks clocks = ground == Ground.CLOCKS ? new Clocks() : null;
        ProcessBuilder launcher = new ProcessBuilder(
                        "./start",
                        "--fresh",
                        "--no-browser",
                        "--time-scale",
                        "" + TIME_SCALE,
                        "--port-base",
                        "" + base,
                        "--through",
                        "" + Wires.through(base),
                        "--service-opts",
                        // compiled lightly: nobody lives long here
                        String.join(
                                        " ",
                                        "-XX:AOTMode=auto -XX:TieredStopAtLevel=1",
                                        clocks == null ? "" : clocks.option(),
                                        options)
                                .strip())
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true);
        launcher.environment().put("NUANXIN_HOME", home.toString());
        StackProcess stack = new StackProcess(launcher.start(), home, disk, clocks);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
        stack.awaitReady();
        return stack;
    }

    private void awaitReady() throws IOException {
        BufferedReader lines = launcher.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.out.println(line);
            if (line.startsWith("ready in")) {
                Thread.ofVirtual().start(() -> listen(lines));
                return;
            }
        }
        throw new IllegalStateException("the stack did not start; its last words stand above");
    }

    /** Else it would be stopped by its own words. */
    private static void listen(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException itHasEnded) {
            return;
        }
    }

    Path home() {
        return home;
    }

    @Nullable
    Disk disk() {
        return disk;
    }

    @Nullable
    Clocks clocks() {
        return clocks;
    }

    /** Deletes its data too, unless they are to be kept for a look. */
    synchronized void stop() {
        launcher.destroy();
        launcher.onExit().join();
        if (Boolean.getBoolean("faults.keep") || !Files.exists(home)) return;
        try {
            delete();
            if (disk != null) disk.close();
            Files.deleteIfExists(home);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + home);
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> deepestFirst =
                    files.sorted((one, other) -> other.compareTo(one)).toList();
            deepestFirst.forEach(file -> file.toFile().delete());
        }
    }
}
