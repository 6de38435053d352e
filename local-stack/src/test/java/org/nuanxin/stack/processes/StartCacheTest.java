package org.nuanxin.stack.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.processes.StartCache.Use;

class StartCacheTest {
    @TempDir
    Path module;

    private Path jar;

    @BeforeEach
    void a_build() throws IOException {
        jar = module.resolve("target/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
    }

    private StartCache cache() throws IOException {
        return StartCache.of(jar, module.resolve("target/start-cache"));
    }

    @Test
    void is_written_by_the_first_run_and_read_by_the_next() throws IOException {
        StartCache first = cache();
        first.prepare();

        assertThat(first.options()).containsExactly("-XX:AOTCacheOutput=" + first.training());

        Files.createFile(first.training());
        first.keep();

        assertThat(cache().options()).endsWith("-XX:AOTCache=" + first.ready());
    }

    @Test
    void is_trained_again_where_the_first_run_did_not_end_in_order() throws IOException {
        StartCache first = cache();
        first.prepare();
        first.keep();

        assertThat(cache().isReady()).isFalse();
    }

    @Test
    void of_another_build_is_not_used_and_not_kept() throws IOException {
        StartCache old = cache();
        old.prepare();
        Files.createFile(old.ready());

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        StartCache anew = cache();
        anew.prepare();

        assertThat(anew.isReady()).isFalse();
        assertThat(old.ready()).doesNotExist();
    }

    @Test
    void is_left_to_those_who_say_something_of_it_themselves() {
        assertThat(Use.with(List.of("-Xlog:gc"))).isEqualTo(Use.WRITE);
        assertThat(Use.with(List.of("-XX:AOTMode=auto"))).isEqualTo(Use.READ);
        assertThat(Use.with(List.of("-Xlog:gc", "-XX:AOTCacheOutput=mine"))).isEqualTo(Use.NONE);
        assertThat(Use.WRITE.atMost(Use.READ)).isEqualTo(Use.READ);
        assertThat(Use.NONE.atMost(Use.READ)).isEqualTo(Use.NONE);
    }
}
