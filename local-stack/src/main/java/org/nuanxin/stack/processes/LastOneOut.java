package org.nuanxin.stack.processes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Ends the other processes when the launcher has gone without doing so, whatever killed it: a small shell that waits for the
 * end of its standard input, which only the launcher holds, and then goes through the pid files.
 */
public final class LastOneOut implements AutoCloseable {
    final Process shell;

    private LastOneOut(Process shell) {
        this.shell = shell;
    }

    public static LastOneOut watch(Path run) {
        try (InputStream script = LastOneOut.class.getResourceAsStream("last-one-out.sh")) {
            String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return new LastOneOut(new ProcessBuilder("/bin/sh", "-c", text, "sh", run.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After an orderly stop there are no pid files, and the shell just ends. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            shell.destroyForcibly();
        }
    }
}
