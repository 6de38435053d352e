package org.nuanxin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nuanxin.events.Event;
import org.nuanxin.events.RequestEvent;
import org.nuanxin.events.RequestEvent.RequestWithdrawn;
import org.nuanxin.events.Topic;

class KafkaProbeTest {
    RequestWithdrawn withdrawn =
            new RequestWithdrawn(UUID.randomUUID(), "community-1", 2, "mei", Instant.parse("2026-03-01T12:00:00Z"));
    KafkaProbe probe = probe();

    private static KafkaProbe probe() {
        Stores.kafka().createTopics();
        return KafkaProbe.fromNow();
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void sees_what_was_sent_as_the_event_it_was() {
        probe.send(withdrawn);

        assertThat(probe.events(RequestWithdrawn.class)).containsExactly(withdrawn);
        assertThat(probe.events(RequestEvent.class)).containsExactly(withdrawn);
        assertThat(probe.events(Event.class)).containsExactly(withdrawn);
        assertThat(probe.awaitEvent(RequestWithdrawn.class, event -> event.by().equals("mei")))
                .isEqualTo(withdrawn);
    }

    @Test
    void writes_a_cloud_event_in_binary_mode_under_the_events_key() {
        probe.send(withdrawn);

        var record = probe.records(Topic.REQUESTS).getFirst();
        assertThat(record.key()).isEqualTo("community-1");
        assertThat(KafkaProbe.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(KafkaProbe.header(record, "ce_id")).isNotBlank();
        assertThat(KafkaProbe.header(record, "ce_type")).isEqualTo("RequestWithdrawn");
        assertThat(KafkaProbe.header(record, "ce_source")).isEqualTo("intake-service");
        assertThat(KafkaProbe.header(record, "ce_subject")).isEqualTo(withdrawn.subject());
        assertThat(KafkaProbe.header(record, "ce_time")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(KafkaProbe.header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void delivers_one_event_twice() {
        var record = KafkaProbe.record(withdrawn);

        probe.send(record);
        probe.send(record);

        assertThat(probe.records(Topic.REQUESTS)).hasSize(2).allSatisfy(delivered -> {
            String first = KafkaProbe.header(probe.records(Topic.REQUESTS).getFirst(), "ce_id");
            assertThat(KafkaProbe.header(delivered, "ce_id")).isEqualTo(first);
        });
    }

    @Test
    void sends_what_nobody_can_understand() {
        probe.send(KafkaProbe.ofUnknownType(withdrawn));
        probe.send(KafkaProbe.withBrokenBody(withdrawn));

        assertThat(probe.records(Topic.REQUESTS)).hasSize(2);
        assertThat(probe.events(RequestEvent.class)).isEmpty();
    }
}
