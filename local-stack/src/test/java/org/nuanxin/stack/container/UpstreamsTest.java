package org.nuanxin.stack.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nuanxin.stack.services.Service;
import org.nuanxin.stack.start.CannotStart;

class UpstreamsTest {
    @Test
    void are_at_least_one_for_each_service() {
        Upstreams upstreams = Upstreams.parse(List.of(
                "intake=in:8081",
                "dispatch=d-1.local:8082",
                "volunteer=v:1",
                "feedback=f:2",
                "dispatch=d-2.local:8082"));

        assertThat(upstreams.addresses())
                .hasSize(4)
                .containsEntry(
                        Service.DISPATCH,
                        List.of(
                                SocketAddress.inetSocketAddress(8082, "d-1.local"),
                                SocketAddress.inetSocketAddress(8082, "d-2.local")));
    }

    @ParameterizedTest
    @CsvSource({
        "intake, is not of the form",
        "intake=in, is not of the form",
        "intake=in:http, is not of the form",
        "post=in:8081, There is no service post",
        "intake=in:8081, 'No address is given for dispatch, volunteer, feedback.'"
    })
    void are_missed_by_name(String given, String complaint) {
        assertThatThrownBy(() -> Upstreams.parse(List.of(given)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(complaint);
    }
}
