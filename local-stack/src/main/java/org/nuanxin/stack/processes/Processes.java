package org.nuanxin.stack.processes;

import java.io.IOException;
import java.time.Duration;

/** By polling: PostgreSQL is no child of this process, and nobody tells of the end of another's child. */
final class Processes {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Processes() {}

    static void awaitEnd(ProcessHandle process) throws InterruptedException {
        while (process.isAlive()) Thread.sleep(PAUSE);
    }

    /** Asks the process to end and, when its time is over, ends it; whether it did so by itself. */
    static boolean stop(ProcessHandle process, Signal signal, Duration patience) throws IOException {
        new ProcessBuilder("/bin/sh", "-c", "kill -%s %d 2>/dev/null".formatted(signal, process.pid())).start();
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (process.isAlive() && System.nanoTime() < end) Thread.sleep(PAUSE);
            if (!process.isAlive()) return true;
            process.destroyForcibly();
            awaitEnd(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        return false;
    }
}
