package org.nuanxin.stack.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    @TempDir
    Path module;

    private Path jar;

    @BeforeEach
    void a_build() throws IOException {
        jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
    }

    @Test
    void is_written_by_the_first_run_and_read_by_the_next() throws IOException {
        StartCache first = StartCache.of(jar);
        first.prepare();

        assertThat(first.options()).containsExactly("-XX:AOTCacheOutput=" + first.training());

        Files.createFile(first.training());
        first.keep();

        assertThat(StartCache.of(jar).options()).containsExactly("-XX:AOTCache=" + first.ready());
    }

    @Test
    void is_trained_again_where_the_first_run_did_not_end_in_order() throws IOException {
        StartCache first = StartCache.of(jar);
        first.prepare();
        first.keep();

        assertThat(StartCache.of(jar).isReady()).isFalse();
    }

    @Test
    void of_another_build_is_not_used_and_not_kept() throws IOException {
        StartCache old = StartCache.of(jar);
        old.prepare();
        Files.createFile(old.ready());

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        StartCache anew = StartCache.of(jar);
        anew.prepare();

        assertThat(anew.isReady()).isFalse();
        assertThat(old.ready()).doesNotExist();
    }
}
