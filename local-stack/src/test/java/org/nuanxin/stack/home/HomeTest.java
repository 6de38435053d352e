package org.nuanxin.stack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.start.CannotStart;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void is_held_by_one_stack_at_a_time() throws IOException {
        try (Home home = Home.open(folder, false)) {
            new Addresses("http://localhost:8080", "", "", Map.of("intake-2", "http://localhost:8091")).write(home);
            assertThat(folder.resolve("run/stack.properties"))
                    .content()
                    .contains("front=http://localhost:8080\n", "intake-2=http://localhost:8091\n");

            assertThatThrownBy(() -> Home.open(folder, false))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("already runs")
                    .hasMessageContaining("http://localhost:8080");
        }
        Home.open(folder, false).close();
    }

    @Test
    void keeps_its_secrets_over_a_restart_for_its_owner_alone() throws IOException {
        String key;
        try (Home home = Home.open(folder, false)) {
            key = home.secrets().contactKey();
        }

        try (Home home = Home.open(folder, false)) {
            assertThat(home.secrets().contactKey()).isEqualTo(key);
        }
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/contact.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void begins_anew_when_asked_and_touches_nothing_that_is_not_its_own() throws IOException {
        Home.open(folder, false).close();
        Files.createDirectories(folder.resolve("postgres/data"));
        Files.createFile(folder.resolve("postgres/data/PG_VERSION"));
        Files.createFile(folder.resolve("demo-loaded"));
        Files.createFile(folder.resolve("refill-needed"));
        Files.createFile(folder.resolve("letter-to-grandmother.txt"));

        Home.open(folder, true).close();

        assertThat(folder.resolve("postgres")).doesNotExist();
        assertThat(folder.resolve("demo-loaded")).doesNotExist();
        assertThat(folder.resolve("refill-needed")).doesNotExist();
        assertThat(folder.resolve("letter-to-grandmother.txt")).exists();
    }

    @Test
    void says_so_where_it_cannot_be_written() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Home.open(file.resolve("home"), false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("point NUANXIN_HOME at another folder");
    }
}
