package org.nuanxin.stack.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.home.Folders;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

class RestorationTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    Console console = new Console(new PrintStream(PrintStream.nullOutputStream()));
    Archive archive;
    Home home;
    int port;
    Intake intake;

    @BeforeEach
    void a_home_and_an_archive() throws IOException {
        home = Home.open(folder, false);
        archive = new Archive(elsewhere.resolve("archive"));
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
    void comes_back_to_the_time_before_a_mistake_and_goes_on_from_there_even_when_all_is_lost_then() throws Exception {
        Instant time;
        try (PostgresStore _ = start(Optional.of(archive))) {
            intake.execute("create table letter (words text)");
            intake.execute("insert into letter values ('before the backup')");
            BaseBackup.take(folder, "localhost:" + port, archive);
            intake.execute("insert into letter values ('after it')");
            time = now();
            intake.execute("delete from letter");
        }
        Files.createDirectories(folder.resolve("kafka/data"));

        Restoration.of(home, archive, console).to(Optional.of(time));
        assertThat(lettersAfterStart()).isEqualTo("after it, before the backup");
        assertThat(folder.resolve("kafka")).doesNotExist();
        assertThat(home.refillNeeded().stands()).isTrue();

        Folders.delete(folder.resolve("postgres"));
        Restoration.of(home, archive, console).to(Optional.empty());
        assertThat(lettersAfterStart()).isEqualTo("after it, before the backup");
    }

    @Test
    void comes_back_to_any_time_of_any_course_also_of_one_that_was_left() throws Exception {
        Instant earlier;
        Instant later;
        Instant onAnotherCourse;
        try (PostgresStore _ = start(Optional.of(archive))) {
            intake.execute("create table letter (words text)");
            intake.execute("insert into letter values ('first')");
            BaseBackup.take(folder, "localhost:" + port, archive);
            earlier = now();
            intake.execute("insert into letter values ('second')");
            later = now();
            BaseBackup.take(folder, "localhost:" + port, archive);
            intake.execute("delete from letter");
        }
        loseLastSegment();

        Restoration.of(home, archive, console).to(Optional.of(earlier));
        try (PostgresStore _ = start(Optional.of(archive))) {
            assertThat(letters()).isEqualTo("first");
            intake.execute("insert into letter values ('instead')");
            onAnotherCourse = now();
            intake.execute("delete from letter");
        }

        Restoration.of(home, archive, console).to(Optional.of(later));
        assertThat(lettersAfterStart()).isEqualTo("first, second");

        Restoration.of(home, archive, console).to(Optional.of(onAnotherCourse));
        assertThat(lettersAfterStart()).isEqualTo("first, instead");
    }

    @Test
    void is_refused_where_there_is_no_backup_and_a_backup_where_nothing_is_archived() throws Exception {
        try (PostgresStore _ = start(Optional.empty())) {
            assertThatThrownBy(() -> BaseBackup.take(folder, "localhost:" + port, archive))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("start with --archive");
        }
        Files.createDirectories(archive.folder());

        assertThatThrownBy(() -> Restoration.of(home, archive, console).to(Optional.empty()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("There is no backup");
    }

    @Test
    void begins_with_a_backup_that_holds_nothing_of_one_that_was_interrupted() throws Exception {
        Path leftOver = archive.folder().resolve("unfinished/base/of-the-night-before");
        Files.createDirectories(leftOver.getParent());
        Files.createFile(leftOver);

        try (PostgresStore _ = start(Optional.of(archive))) {
            Path backup = BaseBackup.take(folder, "localhost:" + port, archive);

            assertThat(backup.resolve("base")).isNotEmptyDirectory();
            assertThat(backup.resolve("base/of-the-night-before")).doesNotExist();
        }
    }

    private PostgresStore start(Optional<Archive> to) {
        return PostgresStore.start(home, port, to, List.of("intake"), console);
    }

    /** As if the server had been killed before it was archived. */
    private void loseLastSegment() throws IOException {
        try (Stream<Path> archived = Files.list(archive.folder().resolve("wal"))) {
            Files.delete(archived.filter(file -> file.getFileName().toString().matches("[0-9A-F]{24}"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
        }
    }

    private String lettersAfterStart() throws SQLException {
        try (PostgresStore _ = start(Optional.of(archive))) {
            return letters();
        }
    }

    private String letters() throws SQLException {
        return intake.ask("select string_agg(words, ', ' order by words) from letter");
    }

    private Instant now() throws SQLException {
        return Instant.parse(intake.ask("select to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }
}
