package org.nuanxin.stack.start;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line per part, in the order in which things happen. */
public final class Console {
    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    public Console(PrintStream out) {
        this.out = out;
    }

    public void say(String part, String what) {
        line("%-11s %s".formatted(part, what));
    }

    /** A part is up, with the seconds since the start. */
    public void ready(String part) {
        say(part, "ready, %s s".formatted(seconds()));
    }

    public void allReady(String url) {
        line("ready in %s s  %s".formatted(seconds(), url));
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    private String seconds() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0);
    }
}
