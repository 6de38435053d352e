package org.nuanxin.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.nuanxin.stack.start.CannotStart;

class PortsTest {
    @Test
    void of_a_second_instance_are_ten_above_those_of_the_first() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int busy = other.getLocalPort();

            assertThatThrownBy(new Ports(busy - 12, 2, true)::requireFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("Port %d (dispatch-2) is in use".formatted(busy));
        }
    }

    @Test
    void a_busy_one_is_named_with_what_it_is_needed_for_and_a_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int busy = other.getLocalPort();

            assertThatThrownBy(new Ports(busy, 1, true)::requireFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageMatching(
                            "Port %d \\(front\\) is in use by another program: stop that, or start with --port-base \\d+\\."
                                    .formatted(busy));
        }
    }
}
