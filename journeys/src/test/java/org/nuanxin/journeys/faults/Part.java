package org.nuanxin.journeys.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A running process of the stack, which starts it again when it dies. */
record Part(String name, Path pidFile) {
    private static final String SIGNAL_PROGRAM = "kill";

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    /** It stands still, and can say nothing about it. */
    void freeze() {
        signal("-STOP", process().pid());
    }

    void thaw() {
        signal("-CONT", process().pid());
    }

    /** PostgreSQL calls this its immediate mode: no farewell, recovery at the next start. */
    void quit() {
        ProcessHandle process = process();
        signal("-QUIT", process.pid());
        process.onExit().join();
    }

    private ProcessHandle process() {
        return Wait.until(name + " to run", () -> ProcessHandle.of(pid()))
                .filter(ProcessHandle::isAlive)
                .orElseThrow();
    }

    private long pid() {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder(SIGNAL_PROGRAM, signal, String.valueOf(pid))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
