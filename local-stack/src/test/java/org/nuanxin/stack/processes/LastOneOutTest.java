package org.nuanxin.stack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastOneOutTest {
    @TempDir
    Path run;

    @Test
    void ends_the_services_and_then_postgres_when_the_launcher_is_gone() throws Exception {
        Process service = new ProcessBuilder("sleep", "600").start();
        Process postgres = new ProcessBuilder("sh", "-c", "trap '' TERM; exec sleep 600").start();
        Pids pids = new Pids(run);
        pids.write("intake", service.pid());
        pids.write(Pids.POSTGRES, postgres.pid());
        LastOneOut lastOneOut = LastOneOut.watch(run);

        lastOneOut.close();

        assertThat(service.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(postgres.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void does_nothing_after_an_orderly_stop() throws IOException, InterruptedException {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Pids pids = new Pids(run);
        pids.write("intake", stranger.pid());
        LastOneOut lastOneOut = LastOneOut.watch(run);

        pids.remove("intake");
        lastOneOut.close();

        assertThat(lastOneOut.shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }
}
