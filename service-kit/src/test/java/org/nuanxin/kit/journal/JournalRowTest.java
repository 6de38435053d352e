package org.nuanxin.kit.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalRowTest {
    @Test
    void goes_to_the_topic_of_its_cell_and_says_the_same_everywhere() {
        JournalRow row = new JournalRow(
                7,
                UUID.randomUUID(),
                "intake.requests.v1",
                "community-1",
                "RequestWithdrawn",
                "request",
                Instant.EPOCH,
                "{}",
                null,
                Duration.ZERO);

        assertThat(row.asRecord("").topic()).isEqualTo("intake.requests.v1");
        assertThat(row.asRecord("east.").topic()).isEqualTo("east.intake.requests.v1");
        assertThat(row.asRecord("east.").headers().lastHeader(CloudEvent.SOURCE).value())
                .isEqualTo("intake-service".getBytes(UTF_8));
    }
}
