package org.nuanxin.stack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.start.Console;

class SupervisedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    Path run;

    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));

    @Test
    void is_started_again_when_it_is_killed_and_ends_when_it_is_closed() throws IOException {
        Supervised sleeper = supervised("sleep", "600");
        sleeper.start();
        ProcessHandle first = inPidFile();

        first.destroyForcibly();

        await().ignoreExceptions()
                .until(() -> sleeper.deaths() == 1 && !inPidFile().equals(first));
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("sleeper     stopped, starting it again in 1 s");
        ProcessHandle second = inPidFile();
        sleeper.close();
        assertThat(second.isAlive()).isFalse();
        assertThat(run.resolve("sleeper.pid")).doesNotExist();
    }

    @Test
    void counts_how_often_it_died() throws IOException {
        try (Supervised hopeless = supervised("false")) {
            hopeless.start();

            await().until(() -> hopeless.deaths() == 2);
        }
    }

    @Test
    void tells_whether_it_ended_by_itself() throws IOException {
        Supervised obeys = supervised("sleep", "600");
        obeys.start();
        assertThat(obeys.end()).isTrue();

        Supervised defies =
                supervised(Duration.ofMillis(50), "sh", "-c", "trap '' TERM; touch $0; exec sleep 600", ready());
        defies.start();
        await().until(() -> Files.exists(Path.of(ready())));
        assertThat(defies.end()).isFalse();
    }

    @Test
    void leaves_no_process_behind_that_nobody_would_find_again() throws IOException {
        Files.createDirectory(run.resolve("sleeper.pid")); // cannot be written
        List<ProcessHandle> begun = new ArrayList<>();
        Supervised sleeper = supervised(PATIENCE, () -> {
            ProcessHandle process = new ProcessBuilder("sleep", "600").start().toHandle();
            begun.add(process);
            return process;
        });

        assertThatThrownBy(sleeper::start).isInstanceOf(IOException.class);

        assertThat(begun).singleElement().matches(process -> !process.isAlive());
    }

    private String ready() {
        return run.resolve("ready").toString();
    }

    private Supervised supervised(String... command) {
        return supervised(PATIENCE, command);
    }

    private Supervised supervised(Duration patience, String... command) {
        return supervised(patience, () -> new ProcessBuilder(command).start().toHandle());
    }

    private Supervised supervised(Duration patience, Supervised.Start start) {
        return new Supervised("sleeper", start, Signal.TERM, patience, new Pids(run), console);
    }

    private ProcessHandle inPidFile() throws IOException {
        long pid = Long.parseLong(Files.readString(run.resolve("sleeper.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
