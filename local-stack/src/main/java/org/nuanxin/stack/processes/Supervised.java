package org.nuanxin.stack.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.nuanxin.stack.start.Console;

/** A process that is reported and started again when it dies, later each time it does so soon after its start. */
public final class Supervised implements AutoCloseable {
    /** How the process is started. */
    public interface Start {
        ProcessHandle now() throws IOException;
    }

    private static final Duration STEADY = Duration.ofMinutes(1);

    private final String name;
    private final Start start;
    private final Signal stop;
    private final Duration patience;
    private final Pids pids;
    private final Console console;
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    private @Nullable ProcessHandle process;
    private long startedAt;
    private final AtomicInteger deaths = new AtomicInteger();
    private volatile boolean closing;

    /**
     * @param stop what asks the process to end
     * @param patience how long it may take over that
     */
    public Supervised(String name, Start start, Signal stop, Duration patience, Pids pids, Console console) {
        this.name = name;
        this.start = start;
        this.stop = stop;
        this.patience = patience;
        this.pids = pids;
        this.console = console;
    }

    /** The first start; its failure is the caller's. */
    public void start() throws IOException {
        ProcessHandle first = launch();
        Thread.startVirtualThread(() -> keepRunning(first));
    }

    private synchronized ProcessHandle launch() throws IOException {
        if (closing) throw new IOException("being stopped");
        ProcessHandle started = start.now();
        note(started);
        process = started;
        startedAt = System.nanoTime();
        return started;
    }

    /** Nobody would find one that is not noted, and the next would not get its port: it is ended at once. */
    private void note(ProcessHandle started) throws IOException {
        try {
            pids.write(name, started.pid());
        } catch (IOException e) {
            Processes.stop(started, stop, patience);
            throw e;
        }
    }

    private void keepRunning(ProcessHandle first) {
        ProcessHandle current = first;
        try {
            while (true) {
                Processes.awaitEnd(current);
                if (closing) return;
                deaths.incrementAndGet();
                if (System.nanoTime() - startedAt > STEADY.toNanos()) backoff.reset();
                current = again("stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessHandle again(String what) throws InterruptedException {
        String reason = what;
        while (true) {
            Duration pause = backoff.next();
            console.say(name, "%s, starting it again in %d s".formatted(reason, pause.toSeconds()));
            Thread.sleep(pause);
            try {
                return launch();
            } catch (IOException | RuntimeException e) {
                if (closing) throw new InterruptedException();
                reason = "does not start (%s)".formatted(e.getMessage());
            }
        }
    }

    public int deaths() {
        return deaths.get();
    }

    @Override
    public void close() {
        try {
            end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it ended by itself in its time, and did not have to be killed. */
    public boolean end() throws IOException {
        closing = true;
        boolean ended = stopLast();
        pids.remove(name);
        return ended;
    }

    private synchronized boolean stopLast() throws IOException {
        return process == null || Processes.stop(process, stop, patience);
    }
}
