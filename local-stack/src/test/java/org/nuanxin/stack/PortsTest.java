package org.nuanxin.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.nuanxin.stack.start.CannotStart;

class PortsTest {
    @Test
    void a_busy_one_is_named_with_what_it_is_needed_for_and_a_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int busy = other.getLocalPort();

            assertThatThrownBy(new Ports(busy)::requireFree)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageMatching(
                            "Port %d \\(front\\) is in use by another program: stop that, or start with --port-base \\d+\\."
                                    .formatted(busy));
        }
    }
}
