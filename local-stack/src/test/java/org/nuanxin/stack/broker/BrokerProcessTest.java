package org.nuanxin.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.stack.home.Home;
import org.nuanxin.stack.processes.StartCache;
import org.nuanxin.stack.start.CannotStart;
import org.nuanxin.stack.start.Console;

class BrokerProcessTest {
    @TempDir
    Path folder;

    Console console = new Console(new PrintStream(PrintStream.nullOutputStream()));
    Home home;
    Listeners listeners;

    @BeforeEach
    void a_home() throws IOException {
        home = Home.open(folder, false);
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            listeners = new Listeners(one.getLocalPort(), other.getLocalPort(), Map.of());
        }
    }

    @AfterEach
    void is_left() {
        home.close();
    }

    @Test
    void dies_alone_where_its_folder_cannot_be_written_and_goes_on_when_it_can() throws IOException {
        try (BrokerProcess _ = BrokerProcess.start(home, listeners, StartCache.Use.NONE, console);
                Topics topics = Topics.at(listeners.bootstrap(), "")) {
            topics.create();
            ProcessHandle first = process();
            Path data = folder.resolve("kafka/data");
            Path elsewhere = folder.resolve("kafka/elsewhere");

            Files.move(data, elsewhere);
            Files.createFile(data);
            await().atMost(Duration.ofSeconds(60)).until(() -> !first.isAlive());
            Files.delete(data);
            Files.move(elsewhere, data);

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> !topics.areMissing());
        }
    }

    @Test
    void says_so_where_it_never_starts() throws IOException {
        Files.createFile(folder.resolve("kafka"));

        assertThatThrownBy(() -> BrokerProcess.start(home, listeners, StartCache.Use.NONE, console))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("logs/kafka.log")
                .hasMessageContaining("--fresh");
        assertThat(folder.resolve("run/kafka.pid")).doesNotExist();
    }

    private ProcessHandle process() throws IOException {
        long pid =
                Long.parseLong(Files.readString(folder.resolve("run/kafka.pid")).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
