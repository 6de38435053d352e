package org.nuanxin.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.journeys.faults.Link.Way;

/** A link to somebody who repeats every byte. */
class LinkTest {
    private static final int A_MOMENT = 200;
    private static final int LONG_ENOUGH = 20_000;

    private final ServerSocket echo;
    private final Link link;
    private final int port;

    LinkTest() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        link = new Link("test", port, echo.getLocalPort());
    }

    @BeforeEach
    void somebody_answers() {
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket caller = echo.accept();
                    Thread.ofVirtual().start(() -> repeat(caller));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void repeat(Socket caller) {
        try (caller) {
            caller.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException cut) {
            return;
        }
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void carries_both_ways() throws IOException {
        try (Socket socket = connect()) {
            assertThat(answerTo(socket, 7)).isEqualTo(7);
        }
    }

    @Test
    void breaks_what_is_open_and_refuses_what_comes_until_it_is_mended() throws IOException {
        try (Socket before = connect()) {
            answerTo(before, 1);

            link.cut();

            assertThatThrownBy(() -> answered(before, 2)).isInstanceOf(IOException.class);
            try (Socket meanwhile = connect()) {
                assertThatThrownBy(() -> answered(meanwhile, 3)).isInstanceOf(IOException.class);
            }
            link.mend();
            try (Socket after = connect()) {
                assertThat(answerTo(after, 4)).isEqualTo(4);
            }
        }
    }

    @Test
    void brings_what_it_held_back_when_it_is_mended() throws IOException {
        try (Socket socket = connect()) {
            answerTo(socket, 1);
            link.hold(EnumSet.of(Way.BACK));
            socket.setSoTimeout(A_MOMENT);
            assertThatThrownBy(() -> answerTo(socket, 2)).isInstanceOf(SocketTimeoutException.class);

            link.mend();

            socket.setSoTimeout(LONG_ENOUGH);
            assertThat(socket.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void loses_an_answer_with_its_connection_and_the_next_one_not() throws IOException {
        link.loseAnswers(1);
        try (Socket unlucky = connect()) {
            assertThatThrownBy(() -> answered(unlucky, 1)).isInstanceOf(IOException.class);
        }

        try (Socket next = connect()) {
            assertThat(answerTo(next, 2)).isEqualTo(2);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONG_ENOUGH);
        return socket;
    }

    /** Fails where the connection ends instead. */
    private static void answered(Socket socket, int question) throws IOException {
        if (answerTo(socket, question) < 0) throw new IOException("the end");
    }

    private static int answerTo(Socket socket, int question) throws IOException {
        socket.getOutputStream().write(question);
        return socket.getInputStream().read();
    }
}
