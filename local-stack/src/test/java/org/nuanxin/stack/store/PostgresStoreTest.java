package org.nuanxin.stack.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

class PostgresStoreTest {
    @TempDir
    Path folder;

    Home home;
    int port;
    Intake intake;

    @BeforeEach
    void a_home() throws IOException {
        home = Home.open(folder, false);
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
            intake = new Intake(port);
        }
    }

    @AfterEach
    void is_left() {
        home.close();
    }

    @Test
    void keeps_what_was_committed_over_a_restart_and_over_a_kill() throws Exception {
        try (PostgresStore _ = start()) {
            intake.execute("create table letter (words text)");
            intake.execute("insert into letter values ('kept')");
        }

        try (PostgresStore _ = start()) {
            assertThat(intake.ask("select words from letter")).isEqualTo("kept");
            assertThat(intake.ask("show fsync")).isEqualTo("on");
            long postmaster = Long.parseLong(
                    Files.readString(folder.resolve("run/postgres.pid")).strip());

            ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

            await().ignoreExceptions()
                    .until(() -> intake.ask("select words from letter").equals("kept"));
        }
        assertThat(folder.resolve("run/postgres.pid")).doesNotExist();
    }

    @Test
    void leaves_data_of_another_version_alone_and_says_what_to_do() throws IOException {
        Files.createDirectories(folder.resolve("postgres/data"));
        Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "17\n");
        Files.createFile(folder.resolve("postgres/complete"));

        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("written by PostgreSQL 17")
                .hasMessageContaining("--fresh");
        assertThat(folder.resolve("postgres/data/PG_VERSION")).exists();
    }

    @Test
    void makes_anew_what_was_never_made_to_the_end() throws Exception {
        Files.createDirectories(folder.resolve("postgres/data"));
        Files.writeString(folder.resolve("postgres/data/postgresql.conf"), "half");

        try (PostgresStore _ = start()) {
            assertThat(intake.ask("select current_user")).isEqualTo("intake");
        }
    }

    private PostgresStore start() {
        return PostgresStore.start(
                home,
                port,
                Optional.empty(),
                List.of("intake", "dispatch"),
                new Console(new PrintStream(PrintStream.nullOutputStream())));
    }
}
