package org.nuanxin.stack.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.home.Mark;
import org.nuanxin.stack.start.Console;
import org.nuanxin.stack.store.PostgresStore;

class JournalsTest {
    static final List<String> SERVICES = List.of("intake");

    @TempDir
    Path folder;

    Console console = new Console(new PrintStream(PrintStream.nullOutputStream()));
    Home home;
    PostgresStore store;
    Databases databases;
    Mark needed;

    @BeforeEach
    void a_service_with_a_journal() throws Exception {
        home = Home.open(folder, false);
        needed = home.refillNeeded();
        int port = freePort();
        store = PostgresStore.start(home, port, Optional.empty(), SERVICES, console);
        databases = new Databases("localhost:" + port, null);
        execute("create table journal (id bigint primary key, at timestamptz not null default now())");
        execute("create table journal_unsent (id bigint primary key)");
        execute("insert into journal values (1), (2)");
    }

    @AfterEach
    void is_left() {
        store.close();
        home.close();
    }

    @Test
    void are_needed_to_fill_kafka_until_all_has_been_sent_however_often_that_is_interrupted() throws Exception {
        Journals journals = new Journals(databases, console);
        needed.set();

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> journals.refill(SERVICES, needed)).isInstanceOf(InterruptedException.class);
        assertThat(needed.stands()).isTrue();

        aRelaySendsAtOnce();
        journals.refill(SERVICES, needed);
        assertThat(needed.stands()).isFalse();
    }

    private void aRelaySendsAtOnce() throws SQLException {
        execute("delete from journal_unsent");
        execute("create rule sent as on insert to journal_unsent do instead nothing");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = databases.connect("intake");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
