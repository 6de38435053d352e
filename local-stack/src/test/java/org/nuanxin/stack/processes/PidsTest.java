package org.nuanxin.stack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidsTest {
    @TempDir
    Path run;

    Process process;
    Pids pids;

    @BeforeEach
    void a_process_runs() throws IOException {
        process = new ProcessBuilder("sleep", "600").start();
        pids = new Pids(run);
        pids.write("intake", process.pid());
    }

    @AfterEach
    void nothing_is_left() {
        process.destroyForcibly();
    }

    @Test
    void lead_to_what_a_killed_launcher_left() throws IOException {
        pids.stopOrphans();

        assertThat(process.isAlive()).isFalse();
        assertThat(run.resolve("intake.pid")).doesNotExist();
    }

    @Test
    void spare_a_process_that_was_given_an_old_number() throws IOException {
        Instant longAgo = Instant.now().minusSeconds(3600);
        Files.setLastModifiedTime(run.resolve("intake.pid"), FileTime.from(longAgo));

        pids.stopOrphans();

        assertThat(process.isAlive()).isTrue();
        assertThat(run.resolve("intake.pid")).doesNotExist();
    }
}
