package org.nuanxin.stack.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.processes.StartCache.Use;
import org.nuanxin.stack.start.Console;

class ChildJvmTest {
    /** What the children run. */
    static final class Waits {
        private Waits() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("waits");
            new CountDownLatch(1).await();
        }
    }

    @TempDir
    Path folder;

    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
    Path log;
    Pids pids;
    Path jar;
    StartCache cache;

    @BeforeEach
    void a_build() throws IOException {
        log = folder.resolve("waits.log");
        pids = new Pids(folder);
        jar = folder.resolve("waits.jar");
        String name = Waits.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream classes = new JarOutputStream(Files.newOutputStream(jar));
                InputStream compiled = Waits.class.getClassLoader().getResourceAsStream(name)) {
            classes.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(compiled).transferTo(classes);
        }
        cache = StartCache.of(jar, folder.resolve("start-cache"));
    }

    @Test
    void trains_the_cache_that_the_next_one_starts_from() throws IOException {
        runs(Use.WRITE);

        assertThat(cache.isReady()).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("writes down what lets it start faster");

        said.reset();
        runs(Use.WRITE, "-XX:AOTMode=on"); // which refuses to start without one that fits

        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void leaves_no_cache_where_it_is_only_to_read_one() throws IOException {
        runs(Use.READ);

        assertThat(folder.resolve("start-cache")).doesNotExist();
    }

    @Test
    void keeps_no_cache_of_a_run_that_did_not_become_ready() throws IOException {
        try (ChildJvm jvm = jvm(Use.WRITE)) {
            waits(jvm);
        }

        assertThat(cache.training()).exists();
        assertThat(cache.isReady()).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private void runs(Use use, String... options) throws IOException {
        try (ChildJvm jvm = jvm(use, options)) {
            waits(jvm);
            jvm.ready();
        }
    }

    private ChildJvm jvm(Use use, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-cp", jar.toString(), Waits.class.getName()));
        return new ChildJvm(new ChildJvm.Program("waits", arguments, Map.of(), log), cache, use, pids, console);
    }

    private void waits(ChildJvm jvm) throws IOException {
        Files.deleteIfExists(log);
        jvm.start();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> Files.readString(log).contains("waits"));
        assertThat(jvm.deaths()).isZero();
    }
}
